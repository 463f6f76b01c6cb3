'use server';

import { revalidatePath } from 'next/cache';
import { openContext, type PageContext } from '#lib/context/server';
import { problem, type Problem } from '#lib/kernel';
import { checkConfirmationFile, confirmByFile } from '#lib/orders/server';
import { type Finding, MOST_SHOWN, readUpload } from './upload.ts';

export type FileAnswer = {
  readonly problems: readonly Problem[];
  readonly checked?: {
    readonly name: string;
    readonly rows: number;
    readonly ready: number;
    /** Rows that are held back, and in all how many cells something is said of. */
    readonly found: number;
    readonly shown: readonly Finding[];
    readonly unknownColumns: readonly string[];
  };
  readonly sent?: { readonly rows: number; readonly sent: number; readonly isFeed: boolean };
};

/** Checks the file that was dropped, or sends its good rows: the button that was pressed says it. */
export async function workOnFile(_previous: FileAnswer, form: FormData): Promise<FileAnswer> {
  const context = await openContext();
  const upload = await readUpload(form);
  if (!upload) return { problems: [problem('file-needed', { field: 'file' }, 'file')] };
  return form.get('act') === 'send' ? send(context, upload) : check(context, upload);
}

type Upload = NonNullable<Awaited<ReturnType<typeof readUpload>>>;

async function check(context: PageContext, upload: Upload): Promise<FileAnswer> {
  const { name, ...input } = upload;
  const checked = await checkConfirmationFile(context, input);
  if (!checked.ok) return { problems: checked.problems };
  const { rows, ready, problems, file } = checked.value;
  return {
    problems: [],
    checked: {
      name,
      rows,
      ready,
      found: problems.length,
      shown: problems.slice(0, MOST_SHOWN),
      unknownColumns: file.unknownColumns,
    },
  };
}

async function send(context: PageContext, upload: Upload): Promise<FileAnswer> {
  const { name: _, ...input } = upload;
  const done = await confirmByFile(context, input);
  if (!done.ok) return { problems: done.problems };
  revalidatePath('/orders', 'layout');
  const { rows, sent, feedId } = done.value;
  return { problems: [], sent: { rows, sent, isFeed: feedId !== undefined } };
}
