import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import {
  carriersOf,
  checkConfirmation,
  type ConfirmationFinding,
  readConfirmation,
  readUnshipped,
  type UnshippedReport,
} from '#lib/flat-files';
import { messagesFor } from '#lib/i18n/server';
import { type Marketplace, MARKETPLACES, problem, refuse, type Result } from '#lib/kernel';
import { createTranslator } from 'next-intl';

import { sentenceOf } from './label-sentences.ts';

const USAGE = `usage:
  confirmations check FILE --orders UNSHIPPED.tsv --marketplace US

FILE is a shipping confirmation in Amazon's columns: tab- or comma-separated text in any encoding,
Japan's template, or a workbook. UNSHIPPED.tsv is the Unshipped Orders report.
Prints JSON. Exit code 0 when all rows are ready to be sent, 1 when not, 2 when a file cannot be read.`;

/** Runs `confirmations …`; returns the exit code. */
export async function runConfirmations(words: readonly string[]): Promise<number> {
  const [what, ...rest] = words;
  const options = what === 'check' ? readOptions(rest) : undefined;
  if (!options) {
    console.error(USAGE);
    return what === 'help' || what === '--help' ? 0 : 2;
  }
  const { input, orders, marketplace } = options;
  const open = await read(orders, readUnshipped);
  const file = await read(input, readConfirmation);
  if (!open.ok || !file.ok) {
    if (!open.ok) report(orders, open);
    if (!file.ok) report(input, file);
    return 2;
  }
  noteRefused(orders, open.value);
  const { rows, ready, problems } = checkConfirmation(file.value, {
    open: open.value.items,
    carriers: carriersOf(marketplace.country),
    today: dayIn(marketplace.timeZone),
  });
  console.log(JSON.stringify({ rows, ready, problems: problems.map(writtenOut) }, undefined, 2));
  return ready === rows ? 0 : 1;
}

type Options = {
  readonly input: string;
  readonly orders: string;
  readonly marketplace: Marketplace;
};

function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { orders: { type: 'string' }, marketplace: { type: 'string' } },
      allowPositionals: true,
    });
    const [input, ...others] = positionals;
    const marketplace = findMarketplace(values.marketplace ?? '');
    if (input === undefined || others.length > 0 || values.orders === undefined || !marketplace)
      return undefined;
    return { input, orders: values.orders, marketplace };
  } catch {
    return undefined;
  }
}

function findMarketplace(name: string): Marketplace | undefined {
  const country = name.toUpperCase() === 'UK' ? 'GB' : name.toUpperCase();
  return MARKETPLACES.find(({ id, country: other }) => id === name || other === country);
}

function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.now());
}

async function read<Value>(
  path: string,
  reader: (bytes: Uint8Array) => Result<Value>,
): Promise<Result<Value>> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? reader(bytes) : refuse(problem('file-unreadable', { file: path }));
}

function report(path: string, refused: Extract<Result<unknown>, { ok: false }>): void {
  for (const wrong of refused.problems) console.error(`${path}: ${sentenceOf(wrong)}`);
}

function noteRefused(path: string, { refused }: UnshippedReport): void {
  for (const { line, column, problem: wrong } of refused) {
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    console.error(`note: ${path}: ${place}: ${sentenceOf(wrong)}; the row is left out`);
  }
}

type LooseTranslator = (key: string, facts: Readonly<Record<string, string>>) => string;

const TRANSLATOR: unknown = createTranslator({ locale: 'en', messages: messagesFor('en') });
// The code is known only when it happens; checked against every sentence there is, it takes seconds.
const say = TRANSLATOR as LooseTranslator;

type WrittenOut = Pick<ConfirmationFinding, 'line' | 'column' | 'code'> & {
  readonly message: string;
  readonly suggestion: string | null;
};

function writtenOut({ line, column, code, suggestion }: ConfirmationFinding): WrittenOut {
  const facts = { boxGiven: 'no', box: '' };
  const message = ['what', 'fix']
    .map((part) => say(`problems.codes.${code}.${part}`, facts))
    .join(' ');
  return { line, column, code, message, suggestion: suggestion ?? null };
}
