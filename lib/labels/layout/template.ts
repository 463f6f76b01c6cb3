import { Document, Font, Page, pdf } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';

import { invariant } from '#lib/kernel';

import { type FontFamily, typefaceFile } from '../pdf/typeface.ts';

/** A rectangle in points from the top left of the label. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Where a text goes and how it is set; `lines` is how many lines the box holds. */
export type TextSlot = Box & {
  readonly family: FontFamily;
  readonly size: number;
  readonly leading: number;
  readonly align: 'left' | 'center' | 'right';
  readonly lines: number;
  readonly white: boolean;
};

/** A layout with its measures taken: what React laid out once, to be filled many times. */
export type Template = {
  readonly width: number;
  readonly height: number;
  readonly texts: ReadonlyMap<string, TextSlot>;
  readonly codes: ReadonlyMap<string, Box>;
  readonly fills: readonly Box[];
};

/** The parts of react-pdf's layout tree that a template is made of. */
type LayoutNode = {
  readonly type: string;
  readonly box?: Box;
  readonly style?: Readonly<Record<string, unknown>>;
  readonly props?: { readonly id?: string };
  readonly children?: readonly LayoutNode[];
};

let fontsRegistered = false;

/** Makes the fonts known to react-pdf; they are read when a text first needs them. */
export function registerFonts(): void {
  if (fontsRegistered) return;
  fontsRegistered = true;
  const files = {
    sans: 'latin',
    'sans-bold': 'latin-bold',
    han: 'han',
    'han-bold': 'han-bold',
    kanji: 'kanji',
    'kanji-bold': 'kanji-bold',
    mono: 'mono',
    'mono-bold': 'mono-bold',
  } as const;
  for (const [family, name] of Object.entries(files)) {
    Font.register({ family, src: typefaceFile(name) });
  }
  // Words stay whole: SKUs and names must not gain hyphens.
  Font.registerHyphenationCallback((word) => [word]);
}

/** Lays the component out on a page of the given size (points) and takes the measures. */
export async function compileTemplate(
  size: { readonly width: number; readonly height: number },
  label: ReactElement,
): Promise<Template> {
  registerFonts();
  let layout: LayoutNode | undefined;
  const page = createElement(Page, { size: [size.width, size.height] }, label);
  const onRender = (rendered: object): void => {
    layout = layoutOf(rendered);
  };
  await pdf(createElement(Document, { onRender }, page)).toBuffer();
  const pages = layout?.children ?? [];
  const [only] = pages;
  invariant(only && pages.length === 1, 'a label is laid out on exactly one page');
  const taken = { texts: new Map(), codes: new Map(), fills: [] };
  takeMeasures(only, { left: 0, top: 0 }, taken);
  return { ...size, ...taken };
}

function layoutOf(rendered: object): LayoutNode | undefined {
  const found: unknown = Object.entries(rendered).find(([key]) => key.includes('LAYOUT'))?.[1];
  invariant(isLayoutNode(found), 'react-pdf hands its layout to onRender');
  return found;
}

function isLayoutNode(value: unknown): value is LayoutNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

type Taken = {
  readonly texts: Map<string, TextSlot>;
  readonly codes: Map<string, Box>;
  readonly fills: Box[];
};

function takeMeasures(
  node: LayoutNode,
  origin: { readonly left: number; readonly top: number },
  taken: Taken,
): void {
  if (!node.box) return;
  const box = {
    left: origin.left + node.box.left,
    top: origin.top + node.box.top,
    width: node.box.width,
    height: node.box.height,
  };
  const [kind, name = '', lines] = node.props?.id?.split(':') ?? [];
  if (kind === 'text') taken.texts.set(name, textSlot(box, Number(lines), node.style ?? {}));
  else if (kind === 'code') taken.codes.set(name, box);
  else if (kind === 'fill') taken.fills.push(box);
  for (const child of node.children ?? []) takeMeasures(child, box, taken);
}

function textSlot(box: Box, lines: number, style: Readonly<Record<string, unknown>>): TextSlot {
  const size = Number(style['fontSize']);
  const family = style['fontFamily'];
  const align = style['textAlign'];
  invariant(size > 0 && lines > 0, 'a text slot has a type size and its lines');
  return {
    ...box,
    size,
    lines,
    leading: box.height / lines,
    white: style['color'] === 'white',
    family: family === 'sans-bold' || family === 'mono' || family === 'mono-bold' ? family : 'sans',
    align: align === 'center' || align === 'right' ? align : 'left',
  };
}
