import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a file inside an npm package. Bundlers move code away from its packages: folders are walked. */
export function packageFile(inside: string): string {
  for (const start of [process.cwd(), path.dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const file = path.join(folder, 'node_modules', inside);
      if (existsSync(file)) return file;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new Error(`${inside} is not installed`);
}
