import { hash, verify } from '@node-rs/argon2';

// OWASP's password storage cheat sheet (checked 2026-11-23): argon2id (this package's default), 19 MiB, 2 passes, 1 lane.
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), STRENGTH);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for one that does. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody signs in with this');
  const against = stored ?? (await nobody);
  const fits = await verify(against, password.normalize('NFKC'));
  return stored !== undefined && fits;
}
