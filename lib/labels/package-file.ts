import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a file inside an npm package. */
export function packageFile(inside: string): string {
  const file = findAbove(path.join('node_modules', inside));
  if (file === undefined) throw new Error(`${inside} is not installed`);
  return file;
}

/** Path of a source file of the project, for a process of its own to begin with. */
export function sourceFile(inside: string): string {
  const file = findAbove(inside);
  if (file === undefined) throw new Error(`${inside} is not there`);
  return file;
}

// Bundlers move code away from its packages and sources: folders are walked.
function findAbove(inside: string): string | undefined {
  for (const start of [process.cwd(), path.dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const file = path.join(folder, inside);
      if (existsSync(file)) return file;
      if (folder === path.dirname(folder)) break;
    }
  }
  return undefined;
}
