import type { BarFit } from '../bars/bar-fit.ts';
import type { Code128 } from '../bars/code128.ts';
import { cutAtTheEnd, cutInTheMiddle, lineUnits } from '../text/cut-text.ts';
import type { Box, TextSlot } from '../layout/template.ts';
import { type FontBook, measureText } from '../pdf/font-book.ts';
import { firstFace, typeface } from '../pdf/typeface.ts';
import { num } from '../pdf/writer.ts';
import type { Symbol2d } from '../bars/symbol.ts';

/** Draws one line of text, `line` lines below the top of its slot, on a label `height` high. */
export function drawLine(
  book: FontBook,
  slot: TextSlot,
  {
    text,
    line = 0,
    height,
  }: { readonly text: string; readonly line?: number; readonly height: number },
): string {
  const shaped = book.shape(text, slot.family, slot.size);
  if (shaped.operators === '') return '';
  const free = slot.width - shaped.width;
  const shift = slot.align === 'left' ? 0 : slot.align === 'right' ? free : free / 2;
  const baseline = slot.top + line * slot.leading + ascentIn(slot);
  const place = `${num(slot.left + shift)} ${num(height - baseline)}`;
  const drawn = `BT 1 0 0 1 ${place} Tm ${shaped.operators} ET\n`;
  return slot.white ? `1 g ${drawn}0 g\n` : drawn;
}

// Half of what the line height adds to the face's own height goes above the letters.
function ascentIn(slot: TextSlot): number {
  const { ascent, descent } = typeface(firstFace(slot.family));
  const own = ((ascent + descent) * slot.size) / 1000;
  return (slot.leading - own) / 2 + (ascent * slot.size) / 1000;
}

/** Draws several lines, one under the other, each cut at its end if it is too long. */
export function drawLines(
  book: FontBook,
  slot: TextSlot,
  { lines, height }: { readonly lines: readonly string[]; readonly height: number },
): string {
  return lines
    .slice(0, slot.lines)
    .map((text, line) => drawLine(book, slot, { text: fitLine(text, slot), line, height }))
    .join('');
}

/** The rules and bars of a layout. */
export function drawFills(fills: readonly Box[], height: number): string {
  return fills
    .map((box) => {
      const bottom = height - box.top - box.height;
      return `${num(box.left)} ${num(bottom)} ${num(box.width)} ${num(box.height)} re f\n`;
    })
    .join('');
}

/** The text in as many lines as the slot has; what does not fit goes from its middle. */
export function fitTitle(text: string, slot: TextSlot): readonly string[] {
  const measured = (part: string): number => measureText(part, slot.family, slot.size);
  const fits = (candidate: string): boolean =>
    breakLines(candidate, slot.width, measured).length <= slot.lines;
  return breakLines(cutInTheMiddle(text, fits), slot.width, measured);
}

/** Lines as given, but a long one goes on in the next line where the slot has lines to spare. */
export function wrapIfRoom(lines: readonly string[], slot: TextSlot): readonly string[] {
  const measured = (part: string): number => measureText(part, slot.family, slot.size);
  let spare = slot.lines - lines.length;
  return lines.flatMap((line) => {
    const wrapped = breakLines(line, slot.width, measured);
    if (wrapped.length - 1 > spare) return [line];
    spare -= wrapped.length - 1;
    return wrapped;
  });
}

/** The text on one line of the given width, cut at its end if it must be. */
export function fitLine(text: string, slot: TextSlot, width = slot.width): string {
  return cutAtTheEnd(text, (part) => measureText(part, slot.family, slot.size) <= width);
}

/** Lines no wider than `width`, broken between words, inside a word only when it alone is wider. */
export function breakLines(
  text: string,
  width: number,
  measured: (text: string) => number,
): readonly string[] {
  if (measured(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const unit of lineUnits(text)) {
    if (measured((line + unit).trimEnd()) <= width) {
      line += unit;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = unit;
    while (measured(line.trimEnd()) > width) {
      const front = frontThatFits(line, width, measured);
      lines.push(front);
      line = line.slice(front.length);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function frontThatFits(word: string, width: number, measured: (text: string) => number): string {
  let front = '';
  for (const character of word) {
    if (front !== '' && measured(front + character) > width) break;
    front += character;
  }
  return front;
}

/**
 * Draws the bars in the middle of their box, with every edge on a whole printer dot counted from
 * the label's left edge; the label itself is placed on the same grid.
 */
export function drawBars(
  code: Code128,
  fit: BarFit,
  { box, height, dpi }: { readonly box: Box; readonly height: number; readonly dpi: number },
): string {
  const dot = 72 / dpi;
  const length = code.modules * fit.dotsPerModule;
  const left = Math.round((box.left + box.width / 2) / dot - length / 2);
  const top = Math.round(box.top / dot);
  const tall = Math.max(1, Math.round(box.height / dot));
  let path = '';
  let at = 0;
  let isBar = true;
  for (const width of code.widths) {
    const dots = width * fit.dotsPerModule;
    if (isBar) path += `${at} 0 ${dots} ${tall} re `;
    at += dots;
    isBar = !isBar;
  }
  const x = num(left * dot);
  const y = num(height - (top + tall) * dot);
  return `q ${num(dot)} 0 0 ${num(dot)} ${x} ${y} cm ${path}f Q\n`;
}

/** Draws a 2D symbol in the middle of its box, every cell whole printer dots. */
export function drawSymbol(
  symbol: Symbol2d,
  dotsPerModule: number,
  { box, height, dpi }: { readonly box: Box; readonly height: number; readonly dpi: number },
): string {
  const dot = 72 / dpi;
  const tall = dotsPerModule * symbol.rowModules;
  const left = Math.round((box.left + box.width / 2) / dot - (symbol.columns * dotsPerModule) / 2);
  const top = Math.round((box.top + box.height / 2) / dot - (symbol.rows * tall) / 2);
  let path = '';
  for (let row = 0; row < symbol.rows; row++) {
    const y = (symbol.rows - 1 - row) * tall;
    for (let column = 0; column < symbol.columns; column++) {
      if (!symbol.isDark(column, row)) continue;
      const first = column;
      while (column + 1 < symbol.columns && symbol.isDark(column + 1, row)) column++;
      const width = (column + 1 - first) * dotsPerModule;
      path += `${first * dotsPerModule} ${y} ${width} ${tall} re `;
    }
  }
  const y = num(height - (top + symbol.rows * tall) * dot);
  return `q ${num(dot)} 0 0 ${num(dot)} ${num(left * dot)} ${y} cm ${path}f Q\n`;
}
