/** What a file turned out to be when it is not the table that was asked for. */
export type FileKind =
  | 'web-page'
  | 'xml'
  | 'json'
  | 'workbook'
  | 'old-workbook'
  | 'compressed'
  | 'pdf'
  | 'image'
  | 'table'
  | 'text';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['compressed', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0];
}

export function kindOfText(text: string): FileKind {
  const top = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body)/.test(top) || top.includes('<html')) return 'web-page';
  if (top.startsWith('<')) return 'xml';
  if (/^[[{]\s*["[{\]}]/.test(top)) return 'json';
  return /^[^\n\r]*[\t;,]/.test(top) ? 'table' : 'text';
}
