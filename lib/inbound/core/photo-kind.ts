export type PhotoKind = 'image/jpeg' | 'image/png';

/** What a picture costs at most, and how many a plan and a box may have. */
export const MOST_PHOTO_BYTES = 6_000_000;
export const MOST_PHOTOS_PER_BOX = 12;
export const MOST_PHOTOS = 300;

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_HEADER = [0x49, 0x48, 0x44, 0x52];

/** What a file is by what it holds; its name and what the browser says of it prove nothing. */
export function photoKind(bytes: Uint8Array): PhotoKind | undefined {
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  return startsWith(bytes, PNG) && startsWith(bytes.subarray(12), PNG_HEADER)
    ? 'image/png'
    : undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
