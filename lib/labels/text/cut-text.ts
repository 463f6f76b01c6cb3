const ELLIPSIS = '…';
// A title says what it is in front and which one it is (size, colour, pack) behind.
const LARGEST_TAIL = 0.45;

/**
 * The text if it fits, otherwise its front and its end around an ellipsis. The end starts after a
 * separator where there is one ("…, 750 ml, Blue"), else at a word; words are cut only when one
 * alone is too long. `fits` must hold for shorter texts if it holds for longer ones.
 */
export function cutInTheMiddle(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const units = breakUnits(text);
  const room = longestPrefix(units.length, (count) => fits(joined(units, 0, count) + ELLIPSIS));
  const tail = chooseTail(units, joined(units, 0, room).length * LARGEST_TAIL);
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

/** Pieces as in `breakUnits`, and words also after their hyphens. */
export function lineUnits(text: string): readonly string[] {
  return breakUnits(text).flatMap((unit) => unit.match(/-*[^-]+-*/gu) ?? [unit]);
}

function joined(units: readonly string[], from: number, to = units.length): string {
  return units.slice(from, to).join('');
}

function trimHead(text: string): string {
  return text.replace(/[\s,;:|/([{（【，、。·–—-]+$/u, '');
}

/** The unit at which the end starts: the longest one after a separator, else the longest. */
function chooseTail(units: readonly string[], most: number): number {
  let word = units.length;
  let afterSeparator = units.length;
  for (let from = units.length - 1; from > 0; from--) {
    if (joined(units, from).length > most) break;
    word = from;
    const follows = /[,;:|/，、·–—-]\s*$/u.test(units[from - 1] ?? '');
    if (follows || /^[([（【]/u.test(units[from] ?? '')) afterSeparator = from;
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
