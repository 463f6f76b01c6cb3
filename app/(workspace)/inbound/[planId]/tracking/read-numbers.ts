import { readTrackingBlock, tidyTrackingNumber, type TrackingEntry } from '#lib/inbound';
import type { Problem, Result } from '#lib/kernel';

/** Box and number of every row of a file, in whatever columns they stand. */
export async function readNumberFile(
  bytes: Uint8Array,
): Promise<Result<readonly TrackingEntry[], Problem['code']>> {
  const { readTrackingTable } = await import('#lib/flat-files');
  const table = readTrackingTable(bytes);
  if (!table.ok) return table;
  const value = table.value.map(({ box, number }) => ({
    boxId: box.toUpperCase(),
    number: tidyTrackingNumber(number),
  }));
  return { ok: true, value };
}

/** A pasted block: a table with headings, or one number a line. */
export async function readPastedNumbers(
  text: string,
  boxIds: readonly string[],
): Promise<readonly TrackingEntry[]> {
  if (text.trim() === '') return [];
  const table = await readNumberFile(new TextEncoder().encode(text));
  return table.ok ? table.value : readTrackingBlock(text, boxIds);
}
