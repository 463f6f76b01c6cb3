import { open, rename, rm } from 'node:fs/promises';

import { ok, problem, refuse, type Result } from '#lib/kernel';

/** Writes the stream to a file that exists only once it is whole. */
export async function writeWhole(
  file: string,
  pieces: ReadableStream<Uint8Array>,
): Promise<Result<string, 'file-unwritable'>> {
  const partial = `${file}.${process.pid}.part`;
  const handle = await open(partial, 'w').catch(() => undefined);
  if (!handle) return refuse(problem('file-unwritable', { file }));
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.close();
    await rename(partial, file);
    return ok(file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(partial, { force: true });
    if (isSystemError(error)) return refuse(problem('file-unwritable', { file }));
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
