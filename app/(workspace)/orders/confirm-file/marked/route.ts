import { getLocale, getTranslations } from 'next-intl/server';
import { openContext } from '#lib/context/server';
import { markedCopy, type Note, readConfirmation, writeTsv } from '#lib/flat-files';
import { invariant } from '#lib/kernel';
import { checkConfirmationFile } from '#lib/orders/server';
import { problemSentences } from '../../../../../components/problem-sentences.ts';
import type { LooseTranslator } from '../../../../../components/problem-translator.ts';
import { type Finding, readUpload } from '../upload.ts';

/** The dropped file as it came, with what is wrong written into its rows. Nothing is kept or sent. */
export async function POST(request: Request): Promise<Response> {
  const context = await openContext();
  const upload = await readUpload(await request.formData());
  if (!upload) return back();
  const { bytes, name } = upload;
  const checked = await checkConfirmationFile(context, upload);
  if (!checked.ok) return back();
  const t = await getTranslations('orders.file');
  const notes = await notesOf(checked.value.problems);
  const { separator, headerLine } = checked.value.file;
  const copy =
    separator === undefined
      ? new TextEncoder().encode(fromWorkbook(bytes, notes, t('markedColumn')))
      : markedBytes(bytes, { separator, headerLine }, notes, t('markedColumn'));
  const plain = name.replace(/\.[^.]*$/, '').replace(/[^\w .()-]/g, '_');
  const ending = separator === undefined || separator === '\t' ? 'txt' : 'csv';
  return new Response(Uint8Array.from(copy), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}-checked.${ending}"`,
      'cache-control': 'no-store',
    },
  });
}

function back(): Response {
  return new Response(null, { status: 303, headers: { location: '/orders/confirm-file' } });
}

async function notesOf(findings: readonly Finding[]): Promise<readonly Note[]> {
  const { what, fix } = problemSentences(
    await getLocale(),
    (await getTranslations()) as unknown as LooseTranslator,
  );
  return findings.map((finding) => {
    const wrong = { code: finding.code, facts: {} };
    const proposal = finding.suggestion === undefined ? undefined : `→ ${finding.suggestion}`;
    const text = [what(wrong), fix(wrong), proposal].filter(Boolean).join(' ');
    return { line: finding.line, column: finding.column, text };
  });
}

function markedBytes(...[bytes, dialect, notes, title]: Parameters<typeof markedCopy>): Uint8Array {
  const copy = markedCopy(bytes, dialect, notes, title);
  invariant(copy.ok, 'UTF-8 can write everything');
  return copy.value;
}

/** A workbook comes back as text, in the columns it had. */
function fromWorkbook(bytes: Uint8Array, notes: readonly Note[], title: string): string {
  const read = readConfirmation(bytes);
  if (!read.ok) return '';
  const { rows, names } = read.value;
  const said = new Map<number, string[]>();
  for (const { line, column, text } of notes)
    said.set(line, [...(said.get(line) ?? []), `${column}: ${text}`]);
  return writeTsv([
    [...names.values(), title],
    ...rows.map(({ line, cells }) => [
      ...[...names.keys()].map((field) => cells.get(field) ?? ''),
      (said.get(line) ?? []).join(' | '),
    ]),
  ]);
}
