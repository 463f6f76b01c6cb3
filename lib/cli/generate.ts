import { generateClient } from '#lib/db/server';

await generateClient();
