import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { secretFile } from './secret-file.ts';

export type DemoSignIn = { readonly email: string; readonly password: string };

const EMAIL = 'demo@firstleg.example';
// Without the letters and digits that look alike.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The demo workspace's sign-in, drawn once and kept in the data folder for its owner to read. */
export function demoSignIn(dataDir: string): DemoSignIn {
  return { email: EMAIL, password: secretFile(file(dataDir), drawPassword) };
}

/** The same, when a demo workspace was ever filled here. */
export function findDemoSignIn(dataDir: string): DemoSignIn | undefined {
  try {
    return {
      email: EMAIL,
      password: readFileSync(/* turbopackIgnore: true */ file(dataDir), 'utf8'),
    };
  } catch {
    return undefined;
  }
}

function file(dataDir: string): string {
  return join(dataDir, 'demo-password');
}

function drawPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
