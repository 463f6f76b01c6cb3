'use server';

import { revalidatePath } from 'next/cache';
import { openContext, type PageContext } from '#lib/context/server';
import {
  type CarrierTable,
  type ConfirmationMapping,
  proposeMapping,
  sufficesForAmazon,
} from '#lib/flat-files';
import { problem, type Problem } from '#lib/kernel';
import type { CancelEffect } from '#lib/orders';
import {
  actByFile,
  checkConfirmationFile,
  checkOrderActFile,
  confirmByFile,
  effectOfCanceling,
  mayByFile,
  rememberMapping,
} from '#lib/orders/server';
import { type Finding, MOST_SHOWN, readUpload, type Upload } from './upload.ts';

export type FileKind = 'confirmation' | 'cancellation' | 'adjustment';

export type Mapped = {
  readonly table: CarrierTable;
  readonly mapping: ConfirmationMapping;
  /** Nobody has looked at it yet. */
  readonly isProposed: boolean;
};

export type FileAnswer = {
  readonly problems: readonly Problem[];
  /** What the columns of a carrier's own file stand for. */
  readonly mapped?: Mapped;
  readonly checked?: {
    readonly kind: FileKind;
    readonly name: string;
    readonly rows: number;
    readonly ready: number;
    /** Rows that are held back, and in all how many cells something is said of. */
    readonly found: number;
    readonly shown: readonly Finding[];
    readonly unknownColumns: readonly string[];
    /** What the cancellations of the file do to the rate. */
    readonly effect?: CancelEffect;
  };
  readonly sent?: { readonly rows: number; readonly sent: number; readonly isFeed: boolean };
};

/** Checks the file that was dropped, or sends its good rows: the button that was pressed says it. */
export async function workOnFile(_previous: FileAnswer, form: FormData): Promise<FileAnswer> {
  const context = await openContext();
  const upload = await readUpload(context, form);
  if (!upload) return { problems: [problem('file-needed', { field: 'file' }, 'file')] };
  return form.get('act') === 'send' ? send(context, upload) : check(context, upload);
}

async function check(context: PageContext, upload: Upload): Promise<FileAnswer> {
  const notByFile = await mayByFile(context);
  if (notByFile) return { problems: [notByFile] };
  const { name, table, mapping, isMappingPosted, isOrderActs } = upload;
  if (isOrderActs) return checkActs(context, upload);
  const mapped = table && mapping && { table, mapping, isProposed: false };
  if (mapped && !sufficesForAmazon(mapping))
    return { problems: [problem('confirmation-mapping-incomplete')], mapped };
  if (mapped && isMappingPosted) {
    const kept = await rememberMapping(context, { header: table.header, mapping });
    if (!kept.ok) return { problems: kept.problems, mapped };
  }
  const checked = await checkConfirmationFile(context, upload);
  if (table && !mapped && !(checked.ok && hasAllColumns(checked.value.file.names)))
    return {
      problems: [],
      mapped: { table, mapping: proposeMapping(table.header), isProposed: true },
    };
  if (!checked.ok) return { problems: checked.problems, ...(mapped && { mapped }) };
  const { rows, ready, problems, file } = checked.value;
  return {
    problems: [],
    ...(mapped && { mapped }),
    checked: {
      kind: 'confirmation',
      name,
      rows,
      ready,
      found: problems.length,
      shown: problems.slice(0, MOST_SHOWN),
      unknownColumns: file.unknownColumns,
    },
  };
}

async function checkActs(context: PageContext, upload: Upload): Promise<FileAnswer> {
  const checked = await checkOrderActFile(context, upload);
  if (!checked.ok) return { problems: checked.problems };
  const { kind, rows, ready, problems, cancels, file } = checked.value;
  const [first] = cancels;
  const effect = first && {
    effect: await effectOfCanceling(context, {
      marketplaceId: upload.marketplaceId,
      orderIds: cancels.map(({ orderId }) => orderId),
      reason: first.reason,
    }),
  };
  return {
    problems: [],
    checked: {
      kind,
      name: upload.name,
      rows,
      ready,
      found: problems.length,
      shown: problems.slice(0, MOST_SHOWN),
      unknownColumns: file.unknownColumns,
      ...effect,
    },
  };
}

/** Whether a file has, under Amazon's names, all that Amazon asks of each row. */
function hasAllColumns(names: ReadonlyMap<string, string>): boolean {
  return sufficesForAmazon({ columns: Object.fromEntries(names), constants: {} });
}

async function send(context: PageContext, upload: Upload): Promise<FileAnswer> {
  const done = upload.isOrderActs
    ? await actByFile(context, upload)
    : await confirmByFile(context, upload);
  if (!done.ok) return { problems: done.problems };
  revalidatePath('/orders', 'layout');
  const { rows, sent, feedId } = done.value;
  return { problems: [], sent: { rows, sent, isFeed: feedId !== undefined } };
}
