/** Text that can be printed on a label, and the characters that could not be kept. */
export type CleanText = { readonly text: string; readonly dropped: readonly string[] };

const PRINTABLE =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u;
// Signs that Unicode counts among the pictographs though text fonts carry them.
const TEXT_SIGNS = /[©®™‼⁉ℹ↔-↙♀♂♠♣♥♦]/u;
const PICTOGRAPH =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{E0020}-\u{E007F}]|\u{20E3}/u;
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\uFE00-\uFE0F\uFFFD]/u;
const SPACE_OR_CONTROL = /[\p{Cc}\p{Z}]/u;

/**
 * One line of text as the label fonts can show it: composed, with single spaces, digits of other
 * scripts as 0-9; pictographs and scripts without a font are left out and named.
 */
export function cleanText(raw: string): CleanText {
  if (/^[!-~]+(?: [!-~]+)*$/.test(raw)) return { text: raw, dropped: [] };
  const dropped = new Set<string>();
  let text = '';
  for (const character of raw.normalize('NFC')) {
    if (SPACE_OR_CONTROL.test(character)) text += ' ';
    else if (INVISIBLE.test(character)) continue;
    else if (PICTOGRAPH.test(character) && !TEXT_SIGNS.test(character)) dropped.add(character);
    else if (isForeignDigit(character)) text += String(digitValue(character));
    else if (PRINTABLE.test(character)) text += character;
    else dropped.add(character);
  }
  return { text: text.replace(/ +/g, ' ').trim(), dropped: [...dropped] };
}

function isForeignDigit(character: string): boolean {
  return /\p{Nd}/u.test(character) && !/[0-9０-９]/.test(character);
}

// Decimal digits of a script stand in runs of ten that begin at its zero.
function digitValue(character: string): number {
  let before = 0;
  const code = character.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}
