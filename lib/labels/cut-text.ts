const ELLIPSIS = '…';
// A title says what it is in front and which one it is (size, colour, pack) behind.
const LARGEST_TAIL = 0.4;

/**
 * The text if it fits, otherwise its front and its end around an ellipsis. The end starts after a
 * separator where there is one ("…, 750 ml, Blue"), else at a word; words are cut only when one
 * alone is too long. `fits` must hold for shorter texts if it holds for longer ones.
 */
export function cutInTheMiddle(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const units = breakUnits(text);
  const room = longestPrefix(units.length, (count) => fits(joined(units, 0, count) + ELLIPSIS));
  const tail = chooseTail(units, Math.floor(room * LARGEST_TAIL), fits);
  const ending = tail < units.length ? `${ELLIPSIS} ${joined(units, tail).trimStart()}` : ELLIPSIS;
  const head = longestPrefix(tail, (count) => fits(trimHead(joined(units, 0, count)) + ending));
  if (head > 0) return trimHead(joined(units, 0, head)) + ending;
  return cutAtTheEnd(text, fits);
}

/** The longest front of the text that fits, with an ellipsis when something was cut. */
export function cutAtTheEnd(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = Array.from(text);
  const count = longestPrefix(characters.length, (n) =>
    fits(characters.slice(0, n).join('').trimEnd() + ELLIPSIS),
  );
  return count === 0 ? '' : characters.slice(0, count).join('').trimEnd() + ELLIPSIS;
}

/** Pieces between which a line may end: words with their spaces, single ideographs and kana. */
export function breakUnits(text: string): readonly string[] {
  return (
    text.match(
      /[\u3000-\u9fff\uf900-\ufaff\uff00-\uff65]|[^ \u3000-\u9fff\uf900-\ufaff\uff00-\uff65]+ *| +/gu,
    ) ?? []
  );
}

function joined(units: readonly string[], from: number, to = units.length): string {
  return units.slice(from, to).join('');
}

function trimHead(text: string): string {
  return text.replace(/[\s,;:|/([{（【，、。·–—-]+$/u, '');
}

function chooseTail(
  units: readonly string[],
  mostUnits: number,
  fits: (text: string) => boolean,
): number {
  const length = (from: number): number => joined(units, from).length;
  const whole = joined(units, 0).length;
  const allowed = (from: number): boolean =>
    length(from) <= whole * LARGEST_TAIL &&
    fits(joined(units, 0, Math.min(2, from)) + ELLIPSIS + joined(units, from));
  let word = units.length;
  let afterSeparator = units.length;
  for (let from = units.length - 1; from >= Math.max(1, units.length - mostUnits); from--) {
    if (!allowed(from)) break;
    word = from;
    if (/[,;:|/(（【，、·–—-]\s*$/u.test(units[from - 1] ?? '')) afterSeparator = from;
    else if (/^[(（【]/u.test(units[from] ?? '')) afterSeparator = from;
  }
  return afterSeparator < units.length ? afterSeparator : word;
}

function longestPrefix(most: number, fits: (count: number) => boolean): number {
  let fitting = 0;
  let tooLong = most + 1;
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (fits(middle)) fitting = middle;
    else tooLong = middle;
  }
  return fitting;
}
