import { type Instant, SECOND } from '#lib/kernel';

import type { FileRecord } from './entities.ts';
import type { Turn } from './turn.ts';

export const LABEL_URL_MS = 15 * SECOND;
export const DOCUMENT_URL_MS = 300 * SECOND;

/** A link that opens one file for a while. */
export function presign(turn: Turn, origin: string, fileId: string, lifetimeMs: number): string {
  const token = turn.dice.seal(`file ${fileId} ${turn.now + lifetimeMs}`);
  return `${origin}/_files/${token}`;
}

/** A link to which one file may be sent for a while. */
export function presignUpload(
  turn: Turn,
  origin: string,
  uploadId: string,
  lifetimeMs: number,
): string {
  return `${origin}/_files/${turn.dice.seal(`upload ${uploadId} ${turn.now + lifetimeMs}`)}`;
}

/** Keeps a file under an id that follows from its content, so that asking twice changes nothing. */
export function keepFile(
  turn: Turn,
  file: Omit<FileRecord, 'id' | 'expiresAt'>,
  expiresAt?: Instant,
): string {
  const id = turn.dice.id('', 'file', JSON.stringify(file));
  const known = turn.world.read('file', id);
  if (!known || (known.expiresAt ?? 0) < (expiresAt ?? 0))
    turn.world.put('file', { id, ...file, ...(expiresAt === undefined ? {} : { expiresAt }) });
  return id;
}
