import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HOME = fileURLToPath(new URL('../../', import.meta.url));
const STAMP = join(HOME, 'lib/db/generated/.schema-hash');

/** Writes the database client anew when the schema has changed since; says whether it had. */
export async function generateClient(): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const prisma = require.resolve('prisma/package.json');
  const hash = await schemaHash(prisma);
  const last = await readFile(STAMP, 'utf8').catch(() => undefined);
  if (last === hash) return false;
  await promisify(execFile)(
    process.execPath,
    [join(dirname(prisma), 'build/index.js'), 'generate'],
    {
      cwd: HOME,
      env: {
        ...process.env,
        // Generating needs no schema engine, but Prisma downloads one unless a file is named.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  await writeFile(STAMP, hash);
  return true;
}

async function schemaHash(prisma: string): Promise<string> {
  const hash = createHash('sha256');
  const folder = join(HOME, 'prisma/schema');
  const files = (await readdir(folder)).toSorted().map((name) => join(folder, name));
  for (const file of [...files, prisma]) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex');
}
