import type { Subset } from 'fontkit';

import {
  facesFor,
  type FontFamily,
  isJapaneseText,
  typeface,
  type Typeface,
  type TypefaceName,
} from './typeface.ts';
import type { PdfWriter } from './writer.ts';
import { num, textString } from './writer.ts';

/** A line of text ready to be drawn: PDF operators that set font and show glyphs, and its width. */
export type ShapedText = { readonly operators: string; readonly width: number };

// U+3013, the mark Japanese printers set where a character is missing.
const MISSING = 0x3013;

type UsedGlyph = {
  readonly codePoint: number;
  readonly hex: string;
  readonly advance: number;
  readonly font: UsedFont;
};

/** One typeface in one document: the glyphs used so far, which become its subset. */
class UsedFont {
  readonly face: Typeface;
  readonly resource: string;
  readonly object: number;
  readonly glyphs: UsedGlyph[] = [];
  readonly #subset: Subset;
  readonly #ids = new Map<number, UsedGlyph>();

  constructor(face: Typeface, resource: string, object: number) {
    this.face = face;
    this.resource = resource;
    this.object = object;
    this.#subset = face.font.createSubset();
  }

  use(codePoint: number): UsedGlyph | undefined {
    const known = this.#ids.get(codePoint);
    if (known) return known;
    const glyph = this.face.glyph(codePoint);
    if (!glyph) return undefined;
    const id = Number(this.#subset.includeGlyph(this.face.font.getGlyph(glyph.id)));
    const hex = id.toString(16).padStart(4, '0').toUpperCase();
    const used = { codePoint, hex, advance: glyph.advance, font: this };
    this.#ids.set(codePoint, used);
    this.glyphs.push(used);
    return used;
  }

  write(writer: PdfWriter): void {
    const { font, ascent, descent } = this.face;
    const name = `${subsetTag(this.glyphs)}+${font.postscriptName}`;
    const box = [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY]
      .map((side) => num((side * 1000) / font.unitsPerEm))
      .join(' ');
    const file = this.#subset.encode();
    const fontFile = writer.stream(`/Length1 ${file.length}`, file);
    const descriptor = writer.object(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle 0` +
        `/Ascent ${num(ascent)}/Descent ${num(-descent)}/StemV 80` +
        `/CapHeight ${num((font.capHeight * 1000) / font.unitsPerEm)}/FontFile2 ${fontFile} 0 R>>`,
    );
    const widths = this.glyphs.map(({ hex, advance }) => `${parseInt(hex, 16)}[${num(advance)}]`);
    const descendant = writer.object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDToGIDMap/Identity` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/DW 1000/W[${widths.join('')}]>>`,
    );
    const toUnicode = writer.stream('', unicodeMap(this.glyphs));
    writer.object(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H` +
        `/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
      this.object,
    );
  }
}

/**
 * The fonts of one document. Text is measured and shaped with kerning as the layout engine does it;
 * the subsets are known at the end, so the fonts are written last.
 */
export class FontBook {
  readonly #fonts = new Map<Typeface, UsedFont>();
  readonly #glyphs = new Map<string, Map<number, UsedGlyph>>();
  readonly #resources: number;
  readonly #writer: PdfWriter;

  constructor(writer: PdfWriter) {
    this.#writer = writer;
    this.#resources = writer.reserve();
  }

  /** The resource dictionary that names every font of the book. */
  get resources(): string {
    return `${this.#resources} 0 R`;
  }

  shape(text: string, family: FontFamily, size: number): ShapedText {
    const isJapanese = isJapaneseText(text);
    const glyphs = this.#find(isJapanese ? `${family} ja` : family);
    let operators = '';
    let width = 0;
    let font: UsedFont | undefined;
    let previous: UsedGlyph | undefined;
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at++;
      const glyph =
        glyphs.get(codePoint) ?? this.#use(codePoint, facesFor(family, isJapanese), glyphs);
      if (!glyph) continue;
      if (glyph.font !== font) {
        if (font) operators += '>]TJ ';
        font = glyph.font;
        operators += `/${font.resource} ${num(size)} Tf[<`;
      } else if (previous) {
        const kerning = font.face.kerning(previous.codePoint, codePoint);
        if (kerning !== 0) operators += `>${num(-kerning)}<`;
        width += kerning;
      }
      operators += glyph.hex;
      width += glyph.advance;
      previous = glyph;
    }
    return { operators: font ? `${operators}>]TJ` : '', width: (width * size) / 1000 };
  }

  /** Writes every font; nothing may be shaped afterwards. */
  write(): void {
    const named: string[] = [];
    for (const font of this.#fonts.values()) {
      if (font.glyphs.length === 0) continue;
      font.write(this.#writer);
      named.push(`/${font.resource} ${font.object} 0 R`);
    }
    this.#writer.object(`<</Font<<${named.join('')}>>>>`, this.#resources);
  }

  #find(key: string): Map<number, UsedGlyph> {
    const known = this.#glyphs.get(key);
    if (known) return known;
    const glyphs = new Map<number, UsedGlyph>();
    this.#glyphs.set(key, glyphs);
    return glyphs;
  }

  #use(
    codePoint: number,
    faces: readonly TypefaceName[],
    glyphs: Map<number, UsedGlyph>,
  ): UsedGlyph | undefined {
    for (const wanted of [codePoint, MISSING]) {
      for (const name of faces) {
        const face = typeface(name);
        if (!face.glyph(wanted)) continue;
        const used = this.#font(face).use(wanted);
        if (used) glyphs.set(codePoint, used);
        return used;
      }
    }
    return undefined;
  }

  #font(face: Typeface): UsedFont {
    const known = this.#fonts.get(face);
    if (known) return known;
    const font = new UsedFont(face, `F${this.#fonts.size + 1}`, this.#writer.reserve());
    this.#fonts.set(face, font);
    return font;
  }
}

/** Width of the text in points, without drawing it. */
export function measureText(text: string, family: FontFamily, size: number): number {
  const faces = facesFor(family, isJapaneseText(text));
  let width = 0;
  let previous: { readonly codePoint: number; readonly face: Typeface } | undefined;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const face = faceFor(codePoint, faces);
    if (face && previous?.face === face) width += face.kerning(previous.codePoint, codePoint);
    width += face?.glyph(codePoint)?.advance ?? 1000;
    previous = face && { codePoint, face };
  }
  return (width * size) / 1000;
}

function faceFor(codePoint: number, faces: readonly TypefaceName[]): Typeface | undefined {
  for (const name of faces) {
    const face = typeface(name);
    if (face.glyph(codePoint)) return face;
  }
  return undefined;
}

function subsetTag(glyphs: readonly UsedGlyph[]): string {
  let hash = 2166136261;
  for (const { codePoint } of glyphs) hash = Math.imul(hash ^ codePoint, 16777619) >>> 0;
  let tag = '';
  for (let place = 0; place < 6; place++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

function unicodeMap(glyphs: readonly UsedGlyph[]): string {
  const lines = glyphs.map(({ hex, codePoint }) => {
    const utf16 = textString(String.fromCodePoint(codePoint)).slice(5);
    return `<${hex}><${utf16}\n`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('')}endbfchar\n`);
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
    '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocks.join('')}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  );
}
