import type { CheckedConfirmation } from '#lib/orders/server';

export type Finding = CheckedConfirmation['problems'][number];

/** So many are shown on the page; the marked copy has them all. */
export const MOST_SHOWN = 200;

/** The store and the file of the form; nothing without a file. */
export async function readUpload(form: FormData) {
  const file = form.get('file');
  const store = form.get('store');
  if (!(file instanceof File) || file.size === 0 || typeof store !== 'string') return undefined;
  return {
    name: file.name,
    marketplaceId: store,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
