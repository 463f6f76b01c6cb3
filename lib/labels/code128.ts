import { invariant } from '#lib/kernel';

/** A Code 128 symbol: alternating widths of bars and spaces in modules, a bar first and last. */
export type Code128 = { readonly widths: readonly number[]; readonly modules: number };

type CodeSet = 'B' | 'C';

// ISO/IEC 15417, table 1: the element widths of symbol characters 0 to 106.
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 ' +
  '122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 ' +
  '321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 ' +
  '211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 ' +
  '213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 ' +
  '121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 ' +
  '241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 ' +
  '412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 ' +
  '211214 211232 2331112'
)
  .split(' ')
  .map((pattern) => Array.from(pattern, Number));

const START = { B: 104, C: 105 } as const;
const SWITCH_TO = { B: 100, C: 99 } as const;
const STOP = 106;

/** Printable ASCII, which is what code set B holds. */
export function isCode128Text(text: string): boolean {
  return /^[ -~]+$/.test(text);
}

/** The symbol with the fewest characters: digits in pairs (set C) where that is shorter. */
export function encodeCode128(text: string): Code128 {
  invariant(isCode128Text(text), 'Code 128 text is printable ASCII');
  const values = symbolValues(text);
  const checksum = values.reduce((sum, value, index) => sum + value * Math.max(index, 1), 0) % 103;
  const widths = [...values, checksum, STOP].flatMap((value) => PATTERNS[value] ?? []);
  return { widths, modules: widths.reduce((sum, width) => sum + width, 0) };
}

// Walks from the end of the text and keeps, for both code sets, the shortest way to finish.
function symbolValues(text: string): readonly number[] {
  type Way = { readonly values: readonly number[] } | undefined;
  const ways: Record<CodeSet, Way>[] = [];
  ways[text.length] = { B: { values: [] }, C: { values: [] } };
  for (let at = text.length - 1; at >= 0; at--) {
    const one = ways[at + 1]?.B;
    const pair = /^\d\d$/.test(text.slice(at, at + 2)) ? ways[at + 2]?.C : undefined;
    const inB: Way = one && { values: [text.charCodeAt(at) - 32, ...one.values] };
    const inC: Way = pair && { values: [Number(text.slice(at, at + 2)), ...pair.values] };
    ways[at] = { B: shorter(inB, 'C', inC), C: shorter(inC, 'B', inB) };
  }
  const first = ways[0];
  const startB = first?.B && [START.B, ...first.B.values];
  const startC = first?.C && [START.C, ...first.C.values];
  const best = startB && startC && startC.length < startB.length ? startC : (startB ?? startC);
  invariant(best, 'every printable text has a way in set B');
  return best;

  function shorter(stay: Way, otherSet: CodeSet, other: Way): Way {
    const change: Way = other && { values: [SWITCH_TO[otherSet], ...other.values] };
    if (!stay || !change) return stay ?? change;
    return change.values.length < stay.values.length ? change : stay;
  }
}
