import type { Context } from '#lib/context';
import {
  type CarrierTable,
  CLASSIC_FIELDS,
  type ConfirmationMapping,
  readCarrierTable,
  readOrderActs,
} from '#lib/flat-files';
import { optional, type Problem } from '#lib/kernel';
import { recallMapping } from '#lib/orders/server';

/** What is said of one cell, whichever file it is in. */
export type Finding = {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly facts?: Problem['facts'];
  readonly severity: 'error' | 'warning';
  readonly suggestion?: string;
};

/** So many are shown on the page; the marked copy has them all. */
export const MOST_SHOWN = 200;

export type Upload = {
  readonly name: string;
  readonly marketplaceId: string;
  readonly bytes: Uint8Array;
  readonly mapping?: ConfirmationMapping;
  /** The file's table, where a mapping stands beside it or was remembered for files like it. */
  readonly table?: CarrierTable;
  /** Said just now, in the form; else it was said for an earlier file. */
  readonly isMappingPosted: boolean;
  /** Cancels or gives money back, and confirms nothing. */
  readonly isOrderActs: boolean;
};

/** The store, the file and the meaning of its columns; nothing without a file. */
export async function readUpload(context: Context, form: FormData): Promise<Upload | undefined> {
  const file = form.get('file');
  const store = form.get('store');
  if (!(file instanceof File) || file.size === 0 || typeof store !== 'string') return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readCarrierTable(bytes);
  const table = read.ok ? read.value : undefined;
  const posted = table && postedMapping(form, table);
  const mapping = posted ?? (table && (await recallMapping(context, table.header)));
  return {
    name: file.name,
    marketplaceId: store,
    bytes,
    ...optional('mapping', mapping),
    ...optional('table', table),
    isMappingPosted: posted !== undefined,
    isOrderActs: mapping === undefined && readOrderActs(bytes).ok,
  };
}

/** What the form says of the columns, if it says it of a file with this header. */
function postedMapping(form: FormData, { header }: CarrierTable): ConfirmationMapping | undefined {
  if (form.get('header') !== JSON.stringify(header)) return undefined;
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const filled = (prefix: string) =>
    CLASSIC_FIELDS.map((field) => [field, text(`${prefix}.${field}`)] as const);
  return {
    // A field without a column is said to have none, whatever the file's names may look like.
    columns: Object.fromEntries(
      filled('column').map(([field, name]) => [field, header.includes(name) ? name : '']),
    ),
    constants: Object.fromEntries(filled('constant').filter(([, value]) => value !== '')),
  };
}
