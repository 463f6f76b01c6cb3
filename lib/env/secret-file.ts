import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The secret in `file`, made on first use and readable by its owner only. Processes that ask at
 * once get the same one: it appears whole under its name, or not at all.
 */
export function secretFile(file: string, make: () => string): string {
  const found = read(file);
  if (found !== undefined) return found;
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(/* turbopackIgnore: true */ aside, 'wx', 0o600);
  try {
    writeSync(handle, make());
    fsyncSync(handle);
    closeSync(handle);
    linkSync(aside, file);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(/* turbopackIgnore: true */ file, 'utf8');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
