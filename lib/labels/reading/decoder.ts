import { readFileSync } from 'node:fs';

import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

import { invariant } from '#lib/kernel';

import { packageFile } from '../package-file.ts';

/** Grey or colour dots, four bytes each, row by row. */
export type Dots = {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

type Point = { readonly x: number; readonly y: number };

/** A code that was read, with its corners in dots; the first is where its reading begins. */
export type ReadCode = {
  readonly text: string;
  readonly format: string;
  readonly corners: readonly [Point, Point, Point, Point];
};

let prepared = false;

/** Every code that a scanner finds among the dots. */
export async function decode(dots: Dots, options: ReaderOptions): Promise<readonly ReadCode[]> {
  prepare();
  const image = { ...dots, colorSpace: 'srgb' } as const;
  const found = await readBarcodes(image, { maxNumberOfSymbols: 255, ...options });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, format, position }) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = position;
      return { text, format, corners: [topLeft, topRight, bottomRight, bottomLeft] };
    });
}

// Without this the decoder would fetch itself from the network.
function prepare(): void {
  if (prepared) return;
  const file = readFileSync(packageFile('zxing-wasm/dist/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  invariant(wasmBinary instanceof ArrayBuffer, 'a file is read into memory of its own');
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}
