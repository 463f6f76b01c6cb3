import type { Result } from '#lib/kernel';
import { checkItemLabels } from '#lib/labels';
import { streamItemLabels, verifyItemLabels } from '#lib/labels/server';

import { readItemOptions, readSheafOptions } from './label-options.ts';
import { readLabelRows, rowOfLabel } from './label-rows.ts';
import { sentenceOf } from './label-sentences.ts';
import { boxSheaf, contentSheaf } from './label-sheaves.ts';
import { readText } from './read-text.ts';
import { writeWhole } from './write-whole.ts';

const USAGE = `usage:
  labels items IN.csv --page-type Letter_30 --out OUT.pdf
  labels items IN.csv --page-type THERMAL --width 57 --height 32 --out OUT.pdf
  labels boxes IN.json --page-type PackageLabel_Letter_6 --out OUT.pdf
  labels 2d IN.json --symbology PDF417 --out OUT.pdf

  --start 5                 first label of the first sheet to print on
  --offset-x 1.0            millimetres to the right, --offset-y down
  --scale-x 1.002           stretches the distances between labels, --scale-y likewise
  --dpi 300                 dots per inch of the printer: 203, 300 or 600
  --simulated               marks the labels as not for real goods

IN.csv has the columns fnsku, title, condition, quantity and, if wanted, line.
IN.json is a list with one entry per box. Symbologies: PDF417, DATA_MATRIX, QR.`;

/** Runs `labels …`; returns the exit code: 0 done, 2 wrong input. */
export async function runLabels(argv: readonly string[]): Promise<number> {
  const [what, ...rest] = argv;
  if (what === 'items') return items(rest);
  if (what === 'boxes') return sheaf(rest, boxSheaf);
  if (what === '2d') return sheaf(rest, contentSheaf);
  console.error(USAGE);
  return what === 'help' || what === '--help' ? 0 : 2;
}

async function sheaf(argv: readonly string[], render: typeof boxSheaf): Promise<number> {
  const options = readSheafOptions(argv);
  if (!options.ok) return misused(options);
  const { input, out } = options.value;
  const text = await readText(input);
  if (!text.ok) return report(input, text);
  const rendered = await render(text.value, options.value);
  if (!rendered.ok) return report(input, rendered);
  const { pdf, count } = rendered.value;
  const written = await writeWhole(out, new Blob([Uint8Array.from(pdf)]).stream());
  if (!written.ok) return report(out, written);
  console.log(`${out}: ${count} labels`);
  return 0;
}

async function items(argv: readonly string[]): Promise<number> {
  const options = readItemOptions(argv);
  if (!options.ok) return misused(options);
  const { input, out, dpi, simulated, stock } = options.value;
  const text = await readText(input);
  if (!text.ok) return report(input, text);
  const labels = readLabelRows(text.value);
  if (!labels.ok) return report(input, labels);
  const job = checkItemLabels(labels.value, stock, dpi, simulated);
  const rowOf = (index: number): number => rowOfLabel(text.value, index);
  if (!job.ok) return report(input, job, rowOf);
  const { labelCount, pageCount, warnings } = job.value;
  for (const warning of warnings) console.error(`note: ${input}: ${sentenceOf(warning, rowOf)}`);
  const verified = await verifyItemLabels(job.value);
  if (!verified.ok) return report(input, verified, rowOf);
  const written = await writeWhole(out, streamItemLabels(job.value));
  if (!written.ok) return report(out, written);
  console.log(`${out}: ${labelCount} labels on ${pageCount} pages`);
  return 0;
}

type Refused = Extract<Result<unknown>, { ok: false }>;

function misused(refused: Refused): number {
  for (const wrong of refused.problems) console.error(`labels: ${sentenceOf(wrong)}`);
  console.error(`\n${USAGE}`);
  return 2;
}

function report(file: string, refused: Refused, rowOf?: (index: number) => number): number {
  for (const wrong of refused.problems) console.error(`${file}: ${sentenceOf(wrong, rowOf)}`);
  return 2;
}
