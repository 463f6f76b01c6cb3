import type { Problem } from '#lib/kernel';

/** What is missing, less what was typed but could not be read: one mistake is told once. */
export function withoutEchoes(
  missing: readonly Problem[],
  unread: readonly Problem[],
): readonly Problem[] {
  const places = new Set(unread.map(({ at }) => wholeOf(at)));
  return missing.filter(({ at }) => at === undefined || !places.has(wholeOf(at)));
}

// A side that cannot be read is why the dimensions are missing.
function wholeOf(at: string | undefined): string | undefined {
  return at?.replace(/\.(?:length|width|height)$/, '.dimensions');
}
