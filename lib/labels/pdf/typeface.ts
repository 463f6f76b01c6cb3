import { type Font, openSync } from 'fontkit';

import { invariant } from '#lib/kernel';

import { packageFile } from '../package-file.ts';

export type FontFamily = 'sans' | 'sans-bold' | 'mono' | 'mono-bold';

const FILES = {
  latin: 'noto-sans/500Medium/NotoSans_500Medium.ttf',
  'latin-bold': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  han: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'han-bold': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  kanji: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  'kanji-bold': 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  mono: 'roboto-mono/500Medium/RobotoMono_500Medium.ttf',
  'mono-bold': 'roboto-mono/700Bold/RobotoMono_700Bold.ttf',
} as const;

export type TypefaceName = keyof typeof FILES;

const FAMILIES: Record<FontFamily, readonly TypefaceName[]> = {
  sans: ['latin', 'han'],
  'sans-bold': ['latin-bold', 'han-bold'],
  mono: ['mono', 'latin', 'han'],
  'mono-bold': ['mono-bold', 'latin-bold', 'han-bold'],
};

/** The face that gives a family its measures. */
export function firstFace(family: FontFamily): TypefaceName {
  const [name = 'latin'] = FAMILIES[family];
  return name;
}

/**
 * A family is tried face by face until one has the character. Chinese and Japanese share characters
 * and draw some of them differently; kana, the postal mark and 県 tell that a text is Japanese.
 */
export function facesFor(family: FontFamily, isJapanese: boolean): readonly TypefaceName[] {
  const faces = FAMILIES[family];
  if (!isJapanese) return faces;
  return faces.flatMap((name) =>
    name === 'han' ? ['kanji', name] : name === 'han-bold' ? ['kanji-bold', name] : [name],
  );
}

export function isJapaneseText(text: string): boolean {
  return /[〒県\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]/.test(text);
}

type Glyph = { readonly id: number; readonly advance: number };

/** One font file: its glyphs, widths and kerning in thousandths of the type size. */
export class Typeface {
  readonly font: Font;
  readonly ascent: number;
  readonly descent: number;
  readonly #glyphs = new Map<number, Glyph | undefined>();
  readonly #kerning = new Map<number, number>();
  readonly #scale: number;

  constructor(name: TypefaceName) {
    const opened = openSync(typefaceFile(name));
    invariant('unitsPerEm' in opened, 'a font file, not a collection');
    this.font = opened;
    this.#scale = 1000 / opened.unitsPerEm;
    this.ascent = opened.ascent * this.#scale;
    this.descent = -opened.descent * this.#scale;
  }

  glyph(codePoint: number): Glyph | undefined {
    const known = this.#glyphs.get(codePoint);
    if (known || this.#glyphs.has(codePoint)) return known;
    const found = this.font.hasGlyphForCodePoint(codePoint)
      ? this.font.glyphForCodePoint(codePoint)
      : undefined;
    const glyph = found && { id: found.id, advance: found.advanceWidth * this.#scale };
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** How much closer (negative) or wider the second character stands after the first. */
  kerning(first: number, second: number): number {
    // Ideographs are set solid: their fonts kern only on request.
    if (first >= 0x2e80 || second >= 0x2e80) return 0;
    const key = first * 0x10000 + second;
    const known = this.#kerning.get(key);
    if (known !== undefined) return known;
    const run = this.font.layout(String.fromCodePoint(first, second), { liga: false });
    const [glyph, next] = run.glyphs;
    const position = run.positions[0];
    const kerned =
      glyph && next && position && run.glyphs.length === 2
        ? (position.xAdvance - glyph.advanceWidth) * this.#scale
        : 0;
    this.#kerning.set(key, kerned);
    return kerned;
  }
}

const typefaces = new Map<TypefaceName, Typeface>();

export function typeface(name: TypefaceName): Typeface {
  const known = typefaces.get(name);
  if (known) return known;
  const opened = new Typeface(name);
  typefaces.set(name, opened);
  return opened;
}

export function typefaceFile(name: TypefaceName): string {
  return packageFile(`@expo-google-fonts/${FILES[name]}`);
}
