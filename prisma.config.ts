import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // Prisma's own command line finds the database here; Firstleg hands its adapter the address.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
