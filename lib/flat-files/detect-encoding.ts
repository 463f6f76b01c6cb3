export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis' | 'gb18030';

/** How well bytes read in an encoding: characters that speak for it and against it. */
type Weight = { readonly good: number; readonly bad: number };

/** How much of a file is weighed, from its first character beyond ASCII on. */
const SAMPLE = 1 << 20;

/**
 * Names the encoding of bytes that carry no byte order mark and are not whole UTF-8, by their
 * content. Amazon's reports are cp1252 in Europe and Shift_JIS in Japan (observed 2026-11-23), and
 * spreadsheets in China save GBK.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const from = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1);
  const sample = bytes.subarray(from, from + SAMPLE);
  const utf8 = weighUtf8(sample);
  // A lone cut character must not turn the whole file into another alphabet.
  if (utf8.good > 4 * utf8.bad) return 'utf-8';
  const japanese = weighPairs(sample, SHIFT_JIS);
  const chinese = weighPairs(sample, GBK);
  const best = japanese.good - japanese.bad >= chinese.good - chinese.bad ? japanese : chinese;
  if (best.good <= best.bad) return 'windows-1252';
  return best === japanese ? 'shift_jis' : 'gb18030';
}

/** UTF-16 without a mark shows itself by the zero bytes of its tabs, digits and line ends. */
export function detectWide(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 4) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const many = length / 8;
  if (oddZeros > many && evenZeros === 0) return 'utf-16le';
  if (evenZeros > many && oddZeros === 0) return 'utf-16be';
  return undefined;
}

function weighUtf8(bytes: Uint8Array): Weight {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const size = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (size > 0 && lead < 0xf5 && continues(bytes, at, size)) {
      good += 1;
      at += size;
    } else {
      bad += 1;
      at += 1;
    }
  }
  return { good, bad };
}

function continues(bytes: Uint8Array, at: number, size: number): boolean {
  for (let next = 1; next < size; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

type PairEncoding = {
  readonly isLead: (byte: number) => boolean;
  readonly isTrail: (byte: number) => boolean;
  /** A single high byte that is a character of its own, and says nothing. */
  readonly isSingle: (byte: number) => boolean;
  /** A pair that people of that language write every day. */
  readonly isCommon: (lead: number, trail: number) => boolean;
};

const SHIFT_JIS: PairEncoding = {
  isLead: (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc),
  isTrail: (byte) => byte >= 0x40 && byte !== 0x7f && byte <= 0xfc,
  isSingle: (byte) => byte >= 0xa1 && byte <= 0xdf,
  // Punctuation, full-width letters, kana, and the everyday kanji of JIS level 1.
  isCommon: (lead) => lead <= 0x83 || (lead >= 0x88 && lead <= 0x98),
};

const GBK: PairEncoding = {
  isLead: (byte) => byte >= 0x81 && byte <= 0xfe,
  isTrail: (byte) => byte >= 0x40 && byte !== 0x7f && byte <= 0xfe,
  isSingle: () => false,
  // Punctuation, full-width letters, and the everyday characters of GB 2312 level 1.
  isCommon: (lead, trail) => trail >= 0xa1 && (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xd7)),
};

/**
 * Counts pairs standing beside another pair for the encoding, and pairs standing alone among Latin
 * letters against it: "Men<92>s" in cp1252 is a valid pair, but no Japanese word.
 */
function weighPairs(bytes: Uint8Array, encoding: PairEncoding): Weight {
  let good = 0;
  let bad = 0;
  let run = 0;
  let common = 0;
  const endRun = () => {
    if (run === 1) bad += 1;
    else good += common - (run - common) / 2;
    run = 0;
    common = 0;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (byte < 0x80) endRun();
    else if (encoding.isLead(byte) && encoding.isTrail(trail)) {
      run += 1;
      if (encoding.isCommon(byte, trail)) common += 1;
      at += 1;
    } else if (!encoding.isSingle(byte)) {
      endRun();
      bad += 1;
    }
  }
  endRun();
  return { good, bad };
}
