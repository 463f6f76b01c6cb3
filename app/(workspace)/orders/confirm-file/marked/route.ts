import { getLocale, getTranslations } from 'next-intl/server';
import { openContext } from '#lib/context/server';
import { markedCopy, markedWorkbook, type Note } from '#lib/flat-files';
import { invariant } from '#lib/kernel';
import {
  type CheckedActFile,
  type CheckedConfirmation,
  checkConfirmationFile,
  checkOrderActFile,
} from '#lib/orders/server';
import { problemSentences } from '../../../../../components/problem-sentences.ts';
import type { LooseTranslator } from '../../../../../components/problem-translator.ts';
import { type Finding, readUpload } from '../upload.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The dropped file as it came, with what is wrong at its place. Nothing is kept or sent. */
export async function POST(request: Request): Promise<Response> {
  const context = await openContext();
  const upload = await readUpload(context, await request.formData());
  if (!upload) return back();
  const checked = upload.isOrderActs
    ? await checkOrderActFile(context, upload)
    : await checkConfirmationFile(context, upload);
  if (!checked.ok) return back();
  const t = await getTranslations('orders.file');
  const { file, problems } = checked.value;
  const { separator } = file;
  const copy = copyOf(upload.bytes, file, await notesOf(problems), t('markedColumn'));
  const plain = upload.name.replace(/\.[^.]*$/, '').replace(/[^\w .()-]/g, '_');
  const ending = separator === undefined ? 'xlsx' : separator === '\t' ? 'txt' : 'csv';
  return new Response(Uint8Array.from(copy), {
    headers: {
      'content-type': separator === undefined ? WORKBOOK : 'application/octet-stream',
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
    const wrong = { code: finding.code, facts: finding.facts ?? {} };
    const proposal = finding.suggestion === undefined ? undefined : `→ ${finding.suggestion}`;
    const text = [what(wrong), fix(wrong), proposal].filter(Boolean).join(' ');
    return { line: finding.line, column: finding.column, text };
  });
}

type Written = CheckedConfirmation['file'] | CheckedActFile['file'];

/** Text gets a column with what is to be mended, a workbook red cells besides. */
function copyOf(
  bytes: Uint8Array,
  { separator, sheet = '', headerLine, header }: Written,
  notes: readonly Note[],
  title: string,
): Uint8Array {
  const copy =
    separator === undefined
      ? markedWorkbook(bytes, {
          sheet,
          headerRow: headerLine,
          title,
          notes: notes.map(({ line, column = '', text }) => ({
            // What a file leaves out altogether is said at the row's first cell.
            place: { row: line, column: Math.max(0, header.indexOf(column)) + 1 },
            text: `${column}: ${text}`,
          })),
        })
      : markedCopy(bytes, { separator, headerLine }, notes, title);
  invariant(copy.ok, 'the file was read before');
  return copy.value;
}
