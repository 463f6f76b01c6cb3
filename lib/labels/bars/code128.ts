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
  let checksum = 0;
  for (const [index, value] of values.entries()) checksum += value * Math.max(index, 1);
  values.push(checksum % 103, STOP);
  const widths: number[] = [];
  for (const value of values) widths.push(...(PATTERNS[value] ?? []));
  return { widths, modules: (values.length - 1) * 11 + 13 };
}

function symbolValues(text: string): number[] {
  const toGo = charactersToGo(text);
  let set: CodeSet = toGo.C[0] < toGo.B[0] ? 'C' : 'B';
  const values: number[] = [START[set]];
  let at = 0;
  while (at < text.length) {
    const other: CodeSet = set === 'B' ? 'C' : 'B';
    if ((toGo[set][at] ?? 0) > (toGo[other][at] ?? 0)) {
      set = other;
      values.push(SWITCH_TO[set]);
    }
    if (set === 'C') values.push(Number(text.slice(at, at + 2)));
    else values.push(text.charCodeAt(at) - 32);
    at += set === 'C' ? 2 : 1;
  }
  return values;
}

type Counts = readonly [number, ...number[]];

/** From the end of the text: how many symbol characters finish it, being in one set or the other. */
function charactersToGo(text: string): Record<CodeSet, Counts> {
  const inB: [number, ...number[]] = [0];
  const inC: [number, ...number[]] = [0];
  for (let left = 1; left <= text.length; left++) {
    const at = text.length - left;
    const stayB = 1 + (inB[left - 1] ?? 0);
    const isPair = isDigit(text, at) && isDigit(text, at + 1);
    const stayC = isPair ? 1 + (inC[left - 2] ?? 0) : Number.POSITIVE_INFINITY;
    inB[left] = Math.min(stayB, 1 + stayC);
    inC[left] = Math.min(stayC, 1 + stayB);
  }
  inB.reverse();
  inC.reverse();
  return { B: inB, C: inC };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
