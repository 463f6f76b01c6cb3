import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import type { FlatFileProblem } from '../problem.ts';
import { csvRows, type Row } from '../rows.ts';
import { openFile, type OpenFile, type Source, sourcesOfText, whatItIs } from '../source.ts';
import { assignColumns, type Column, columnInferences } from './assign-columns.ts';
import { cartonLoads, loadsOf } from './carton-loads.ts';
import { type ExpectedItem, itemLookup } from './expected-items.ts';
import {
  expiryReader,
  factoryBalance,
  type FactoryBalance,
  imbalances,
  itemProposals,
  settledItems,
  totalWarnings,
  type UnknownItem,
} from './factory-balance.ts';
import { type FactoryCarton, factoryCartons } from './factory-cartons.ts';
import { type FactoryChoices, type Inference } from './factory-choices.ts';
import { type FactoryHeader, findFactoryHeader } from './find-header.ts';
import { type Grid, gridOf } from './grid.ts';
import { type FactoryLine, type ReadRow, readSection, type Section } from './read-lines.ts';
import { differenceTo, settleNumbering, settleQuantity, type SettleInput } from './settle.ts';
import { headsOf, settleGross, settleLengthUnit, settleWeightUnit } from './settle-measures.ts';

export type FactoryListInput = {
  /** The file, or the text that was pasted. */
  readonly content: Uint8Array | string;
  readonly expected: readonly ExpectedItem[];
  /** What was settled for the last list of this factory. */
  readonly remembered?: FactoryChoices;
  /** What the person has settled for this one. */
  readonly chosen?: FactoryChoices;
};

export type FactoryList = {
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly cartons: readonly FactoryCarton[];
  readonly inferences: readonly Inference[];
  readonly balance: readonly FactoryBalance[];
  readonly unknown: readonly UnknownItem[];
  /** Every row below the header and what it was taken for, sheet after sheet. */
  readonly rows: readonly (ReadRow & { readonly sheet: number })[];
  readonly blocking: readonly Problem[];
  readonly warnings: readonly Problem[];
};

const EXPECTED = ['CTN NO.', 'SKU', 'QTY/CTN', 'TOTAL QTY', 'G.W.'];

/**
 * Reads a factory's packing list of any layout. Nothing is rounded off, dropped or made to fit: what
 * was inferred is told with its evidence, and what does not come out even against the plan blocks.
 */
export function readFactoryList(input: FactoryListInput): Result<FactoryList, FlatFileProblem> {
  const opened = opening(input.content);
  if (!opened.ok) return opened;
  const tables = opened.value.sources.flatMap((source) => tableOf(source, input));
  const candidates = tables.map((table) => understand([table], input));
  if (tables.length > 1 && opened.value.encoding === 'workbook')
    candidates.push(understand(tables, input));
  const best = candidates.reduce<Understood | undefined>(
    (before, next) => (before && !isBetter(next, before) ? before : next),
    undefined,
  );
  if (!best) return refuse(whatItIs(opened.value, EXPECTED));
  return ok(best.list);
}

function opening(content: Uint8Array | string): Result<OpenFile, FlatFileProblem> {
  if (typeof content !== 'string') {
    const opened = openFile(content, EXPECTED);
    return opened.ok && opened.value.encoding !== 'workbook'
      ? ok({ ...opened.value, sources: [...opened.value.sources, ...looser(opened.value.sources)] })
      : opened;
  }
  if (content.trim() === '') return refuse(problem('file-empty', { expected: EXPECTED }));
  const quoted: Source = {
    separator: '\t',
    rows: { [Symbol.iterator]: () => csvRows(content, '\t') },
  };
  const sources = [quoted, ...sourcesOfText(content)];
  return ok({ sources: [...sources, ...looser(sources)], encoding: 'utf-8' });
}

/** Text copied from a mail or a document is cut by bars or by wide gaps. */
function looser(sources: readonly Source[]): readonly Source[] {
  const [plain] = sources.slice(-3);
  if (!plain) return [];
  const cut = (how: (text: string) => readonly string[]): Source => ({
    rows: {
      *[Symbol.iterator](): Generator<Row> {
        for (const { line, cells } of plain.rows) yield { line, cells: how(cells.join('\t')) };
      },
    },
  });
  return [
    cut((text) => text.replace(/^\s*\||\|\s*$/g, '').split('|')),
    cut((text) => text.trim().split(/\t|\s{2,}/)),
  ];
}

type Table = {
  readonly grid: Grid;
  readonly header: FactoryHeader;
  readonly columns: readonly Column[];
};

function tableOf(source: Source, input: FactoryListInput): readonly Table[] {
  const grid = gridOf(source);
  const header = findFactoryHeader(grid);
  if (!header) return [];
  const knowledge = {
    chosen: input.chosen?.columns ?? {},
    remembered: input.remembered?.columns ?? {},
    lookup: itemLookup(input.expected, aliasesOf(input)),
  };
  return [{ grid, header, columns: assignColumns(header, rowsBelow(grid, header), knowledge) }];
}

function rowsBelow(grid: Grid, header: FactoryHeader): Grid['rows'] {
  const last = header.lines.at(-1) ?? 0;
  return grid.rows.filter(
    ({ line, cells, covered }) =>
      line > last && cells.some((cell, at) => cell !== '' && !covered.has(at)),
  );
}

function aliasesOf({ remembered, chosen }: FactoryListInput): Readonly<Record<string, string>> {
  return { ...remembered?.items, ...chosen?.items };
}

type Understood = {
  readonly list: FactoryList;
  readonly difference: number;
  readonly known: number;
  readonly fields: number;
};

function isBetter(a: Understood, b: Understood): boolean {
  if (a.difference !== b.difference && (a.known > 0 || b.known > 0))
    return a.difference < b.difference;
  return a.known !== b.known ? a.known > b.known : a.fields > b.fields;
}

function understand(tables: readonly Table[], input: FactoryListInput): Understood {
  const lookup = itemLookup(input.expected, aliasesOf(input));
  const sections = tables.map(({ grid, header, columns }, sheet) =>
    readSection(sheet, { header, columns, rows: rowsBelow(grid, header) }, lookup),
  );
  const above = settleInput(tables, sections, input);
  const { quantity, loaded } = withRowsBelowTotals(above, sections);
  const { loads } = loaded;
  const numbering = settleNumbering({ ...above, lines: loads.map(({ line }) => line) }, loads);
  const heads = headsOf(loads);
  const gross = settleGross(above, heads);
  const lengthUnit = settleLengthUnit(above, heads);
  const weightUnit = settleWeightUnit(above, heads, gross.value);
  const expiryOf = expiryReader(input.expected);
  const single = cartonLoads(loads, numbering.value);
  const made = factoryCartons(single, {
    lengthUnit: lengthUnit.value,
    weightUnit: weightUnit.value,
    gross: gross.value,
    expiryOf,
  });
  const { balance, unknown } = factoryBalance(input.expected, loads, expiryOf);
  const columns = tables[0]?.columns ?? [];
  const settled = [quantity, numbering, gross, lengthUnit, weightUnit];
  return {
    difference: differenceTo(input.expected, loads),
    known: loads.filter(({ line }) => line.sku !== undefined).length,
    fields: columns.filter(({ field }) => field !== undefined).length,
    list: {
      sheets: tables.flatMap(({ grid }) => grid.sheet ?? []),
      headers: columns.map(({ text }) => text),
      cartons: made.cartons.filter(({ items }) => items.length > 0),
      inferences: [
        ...columnInferences(columns),
        ...settled.flatMap(({ inference }) => inference ?? []),
        ...ofCartonCells(
          loads.map(({ line }) => line),
          loaded.continued,
        ),
        ...settledItems(
          input.expected,
          loads.map(({ line }) => line),
          input,
        ),
        ...itemProposals(balance, unknown),
      ],
      balance,
      unknown,
      rows: sections.flatMap(({ rows }, sheet) => rows.map((row) => ({ ...row, sheet }))),
      blocking: [...loaded.problems, ...imbalances(balance, unknown)],
      warnings: [...made.warnings, ...totalWarnings(above.totals, loads, single.length)],
    },
  };
}

function settleInput(
  tables: readonly Table[],
  sections: readonly Section[],
  { expected, chosen = {}, remembered = {} }: FactoryListInput,
): SettleInput {
  return {
    lines: sections.flatMap(({ lines }) => lines),
    columns: tables.flatMap(({ columns }) => columns),
    totals: sections.flatMap(({ totals }) => totals),
    expected,
    chosen,
    remembered,
    title: tables.map(({ header }) => header.title).join(' '),
  };
}

/** Rows below a grand total sum up the list, unless it only comes out even with them. */
function withRowsBelowTotals(above: SettleInput, sections: readonly Section[]) {
  const understood = (input: SettleInput) => {
    const quantity = settleQuantity(input);
    const loaded = loadsOf(input.lines, quantity.value);
    return { quantity, loaded, difference: differenceTo(input.expected, loaded.loads) };
  };
  const without = understood(above);
  const below = sections.flatMap(({ afterTotal }) => afterTotal);
  if (below.length === 0 || without.difference === 0) return without;
  const all = understood({ ...above, lines: [...above.lines, ...below] });
  return all.difference === 0 ? all : without;
}

function ofCartonCells(lines: readonly FactoryLine[], continued: number): readonly Inference[] {
  const dates = lines.filter(({ numbers }) => numbers?.wasDate === true);
  const [first] = dates;
  const inferences: Inference[] = [];
  if (first)
    inferences.push({
      about: 'carton-dates',
      value: `${first.numbers?.numbers[0]}-${first.numbers?.numbers.at(-1)}`,
      options: [],
      certainty: 'likely',
      evidence: { kind: 'cells', facts: { text: first.cartonText, count: dates.length } },
    });
  if (continued > 0)
    inferences.push({
      about: 'blank-cartons',
      value: 'same-carton',
      options: [],
      certainty: 'likely',
      evidence: { kind: 'usual', facts: { count: continued } },
    });
  return inferences;
}
