import { readFile } from 'node:fs/promises';

import { ok, problem, refuse, type Result } from '#lib/kernel';

export async function readText(file: string): Promise<Result<string>> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refuse(problem('file-unreadable', { file }));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse(problem('file-not-utf8', { file }));
  }
}
