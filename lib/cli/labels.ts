import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { ok, problem, refuse, type Result } from '#lib/kernel';
import { checkItemLabels, type ItemLabelStock } from '#lib/labels';
import { streamItemLabels, verifyItemLabels } from '#lib/labels/server';

import { boxSheaf, contentSheaf, readSheafOptions } from './label-sheaves.ts';
import { readLabelRows, rowOfLabel } from './label-rows.ts';
import { sentenceOf } from './label-sentences.ts';
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
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const { input, out } = options;
  const text = await readText(input);
  if (!text.ok) return report(input, text);
  const rendered = await render(text.value, options);
  if (!rendered.ok) return report(input, rendered);
  const { pdf, count } = rendered.value;
  const written = await writeWhole(out, new Blob([Uint8Array.from(pdf)]).stream());
  if (!written.ok) return report(out, written);
  console.log(`${out}: ${count} labels`);
  return 0;
}

async function items(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const { input, out, dpi, simulated, stock } = options;
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

type Options = {
  readonly input: string;
  readonly out: string;
  readonly dpi: number;
  readonly simulated: boolean;
  readonly stock: ItemLabelStock;
};

const NUMBER = { type: 'string' } as const;
const FLAGS = {
  'page-type': { type: 'string' },
  out: { type: 'string' },
  simulated: { type: 'boolean' },
  start: NUMBER,
  width: NUMBER,
  height: NUMBER,
  dpi: NUMBER,
  'offset-x': NUMBER,
  'offset-y': NUMBER,
  'scale-x': NUMBER,
  'scale-y': NUMBER,
} as const;

function readOptions(argv: readonly string[]): Options | undefined {
  const parsed = parsedArguments(argv);
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  const [input, ...others] = positionals;
  const { out, 'page-type': pageType } = values;
  if (input === undefined || others.length > 0 || out === undefined || pageType === undefined) {
    return undefined;
  }
  const number = (name: keyof typeof values, otherwise: number): number => {
    const value = values[name];
    return value === undefined ? otherwise : Number(value);
  };
  const calibration = {
    offsetXMm: number('offset-x', 0),
    offsetYMm: number('offset-y', 0),
    scaleX: number('scale-x', 1),
    scaleY: number('scale-y', 1),
  };
  const stock: ItemLabelStock =
    pageType === 'THERMAL'
      ? {
          kind: 'thermal',
          widthMm: number('width', 57),
          heightMm: number('height', 32),
          ...calibration,
        }
      : { kind: 'sheet', pageType, startAt: number('start', 1), ...calibration };
  return { input, out, dpi: number('dpi', 300), simulated: values.simulated ?? false, stock };
}

// A number below zero looks like a flag to parseArgs; it is bound to its flag first.
function parsedArguments(argv: readonly string[]) {
  const args: string[] = [];
  for (const argument of argv) {
    const flag = args.at(-1);
    if (/^-[\d.]/.test(argument) && flag?.startsWith('--'))
      args.splice(-1, 1, `${flag}=${argument}`);
    else args.push(argument);
  }
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

async function readText(file: string): Promise<Result<string>> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refuse(problem('file-unreadable', { file }));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse(problem('file-not-utf8', { file }));
  }
}

function report(
  file: string,
  refused: Extract<Result<unknown>, { ok: false }>,
  rowOf?: (index: number) => number,
): number {
  for (const wrong of refused.problems) console.error(`${file}: ${sentenceOf(wrong, rowOf)}`);
  return 2;
}
