import { parseArgs, type ParseArgsConfig } from 'node:util';

import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';
import type { ItemLabelStock } from '#lib/labels';

/** What `labels items` was asked for. */
export type ItemOptions = {
  readonly input: string;
  readonly out: string;
  readonly dpi: number;
  readonly simulated: boolean;
  readonly stock: ItemLabelStock;
};

/** What `labels boxes` and `labels 2d` were asked for. */
export type SheafOptions = {
  readonly input: string;
  readonly out: string;
  readonly pageType: string | undefined;
  readonly symbology: string | undefined;
  readonly dpi: number | undefined;
};

const TEXT = { type: 'string' } as const;
const CALIBRATION = ['offset-x', 'offset-y', 'scale-x', 'scale-y'] as const;
const OF_ROLLS = ['width', 'height'] as const;
const OF_SHEETS = ['start'] as const;

const ITEM_FLAGS = {
  out: TEXT,
  'page-type': TEXT,
  simulated: { type: 'boolean' },
  dpi: TEXT,
  ...textFlags([...CALIBRATION, ...OF_ROLLS, ...OF_SHEETS]),
} as const;

const SHEAF_FLAGS = { out: TEXT, 'page-type': TEXT, symbology: TEXT, dpi: TEXT } as const;

export function readItemOptions(argv: readonly string[]): Result<ItemOptions> {
  const read = readFlags(argv, ITEM_FLAGS);
  if (!read.ok) return read;
  const { input, out, flags } = read.value;
  const pageType = flags.get('page-type');
  if (pageType === undefined) return refuse(problem('flag-missing', { flag: '--page-type' }));
  const isRoll = pageType === 'THERMAL';
  const wrong: Problem[] = [];
  for (const flag of isRoll ? OF_SHEETS : OF_ROLLS) {
    if (flags.has(flag))
      wrong.push(problem('flag-of-other-stock', { flag: `--${flag}`, pageType }));
  }
  const number = (flag: string, otherwise: number): number => {
    const text = flags.get(flag);
    if (text === undefined) return otherwise;
    const value = numberIn(text);
    if (Number.isNaN(value)) wrong.push(problem('flag-no-number', { flag: `--${flag}`, text }));
    return value;
  };
  const calibration = {
    offsetXMm: number('offset-x', 0),
    offsetYMm: number('offset-y', 0),
    scaleX: number('scale-x', 1),
    scaleY: number('scale-y', 1),
  };
  const dpi = number('dpi', 300);
  const stock: ItemLabelStock = isRoll
    ? {
        kind: 'thermal',
        widthMm: number('width', 57),
        heightMm: number('height', 32),
        ...calibration,
      }
    : { kind: 'sheet', pageType, startAt: number('start', 1), ...calibration };
  if (wrong.length > 0) return refuse(...wrong);
  return ok({ input, out, dpi, simulated: flags.has('simulated'), stock });
}

export function readSheafOptions(argv: readonly string[]): Result<SheafOptions> {
  const read = readFlags(argv, SHEAF_FLAGS);
  if (!read.ok) return read;
  const { input, out, flags } = read.value;
  const dpi = flags.get('dpi');
  if (dpi !== undefined && Number.isNaN(numberIn(dpi))) {
    return refuse(problem('flag-no-number', { flag: '--dpi', text: dpi }));
  }
  return ok({
    input,
    out,
    pageType: flags.get('page-type'),
    symbology: flags.get('symbology'),
    dpi: dpi === undefined ? undefined : numberIn(dpi),
  });
}

type Flags = {
  readonly input: string;
  readonly out: string;
  readonly flags: ReadonlyMap<string, string>;
};

function readFlags(
  argv: readonly string[],
  known: NonNullable<ParseArgsConfig['options']>,
): Result<Flags> {
  try {
    const parsed = parseArgs({ args: boundNumbers(argv), options: known, allowPositionals: true });
    const [input, ...others] = parsed.positionals;
    const flags = new Map(
      Object.entries(parsed.values).map(([name, value]) => [name, String(value)]),
    );
    const out = flags.get('out');
    if (input === undefined) return refuse(problem('input-missing'));
    const [other] = others;
    if (other !== undefined) return refuse(problem('input-twice', { other }));
    if (out === undefined || out === '') return refuse(problem('flag-missing', { flag: '--out' }));
    return ok({ input, out, flags });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [words = ''] = error.message.split('. ');
    return refuse(problem('flag-unknown', { words }));
  }
}

// A number below zero looks like a flag to parseArgs; it is bound to its flag first.
function boundNumbers(argv: readonly string[]): string[] {
  const args: string[] = [];
  for (const argument of argv) {
    const flag = args.at(-1);
    const isNumber = /^-[\d.]/.test(argument) && flag?.startsWith('--');
    if (isNumber) args.splice(-1, 1, `${flag}=${argument}`);
    else args.push(argument);
  }
  return args;
}

function numberIn(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function textFlags(names: readonly string[]): Record<string, { readonly type: 'string' }> {
  return Object.fromEntries(names.map((name) => [name, TEXT]));
}
