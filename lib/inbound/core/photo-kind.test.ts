import { expect, test } from 'vitest';
import { photoKind } from './photo-kind.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

test('a photo is known by what it holds', () => {
  expect(photoKind(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(photoKind(Uint8Array.from(png))).toBe('image/png');
});

test('a page, half a signature and nothing at all are no photos', () => {
  expect(photoKind(new TextEncoder().encode('<svg onload="alert(1)">'))).toBeUndefined();
  expect(photoKind(Uint8Array.from(png.slice(0, 12)))).toBeUndefined();
  expect(photoKind(new Uint8Array())).toBeUndefined();
});
