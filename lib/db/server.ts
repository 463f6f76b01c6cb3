// What start, the command line and the tests need of the database: the embedded server, migrations.
// Works before the database client is generated, and never loads it.
export { type EmbeddedServer, findEmbedded, freePort, startEmbedded } from './embedded.ts';
export { generateClient } from './generate.ts';
export { createMigration } from './migration-file.ts';
export { migrate, type Migration, readMigrations } from './migrations.ts';
export { type Reached, reachDatabase } from './reach.ts';
