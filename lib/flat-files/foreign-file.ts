/** What a file turned out to be when it is not the table that was asked for. */
export type FileKind =
  | 'web-page'
  | 'xml'
  | 'json'
  | 'old-workbook'
  | 'locked-workbook'
  | 'compressed'
  | 'pdf'
  | 'image'
  | 'table'
  | 'text';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['compressed', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
];

export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  const kind = SIGNATURES.find(([, signature]) => begins(bytes, 0, signature))?.[0];
  return kind === 'old-workbook' && isEncrypted(bytes) ? 'locked-workbook' : kind;
}

function begins(bytes: Uint8Array, from: number, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[from + at] === byte);
}

/** A workbook with a password is a compound file with a stream of this name, in UTF-16. */
const ENCRYPTED = 'EncryptedPackage'.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);

function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (begins(bytes, at, ENCRYPTED)) return true;
  return false;
}

export function kindOfText(text: string): FileKind {
  const top = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body)/.test(top) || top.includes('<html')) return 'web-page';
  if (top.startsWith('<')) return 'xml';
  if (/^[[{]\s*["[{\]}]/.test(top)) return 'json';
  return /^[^\n\r]*[\t;,]/.test(top) ? 'table' : 'text';
}
