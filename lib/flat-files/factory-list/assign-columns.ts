import { readCartonNumbers } from './carton-numbers.ts';
import type { ItemLookup } from './expected-items.ts';
import {
  type Certainty,
  FACTORY_FIELDS,
  type FactoryField,
  type FactoryLengthUnit,
  type FactoryWeightUnit,
  type EvidenceKind,
  headerKey,
  type Inference,
} from './factory-choices.ts';
import { readCountCell, readSizeCell } from './figures.ts';
import type { FactoryHeader } from './find-header.ts';
import type { GridRow } from './grid.ts';
import type { HeaderReading } from './header-words.ts';

export type Column = {
  readonly at: number;
  readonly text: string;
  readonly field: FactoryField | undefined;
  readonly certainty: Certainty;
  readonly evidence: EvidenceKind;
  readonly lengthUnit?: FactoryLengthUnit;
  readonly weightUnit?: FactoryWeightUnit;
};

type Chosen = Readonly<Record<string, FactoryField | 'none'>>;
export type ColumnKnowledge = {
  readonly chosen: Chosen;
  readonly remembered: Chosen;
  readonly lookup: ItemLookup;
};

type Draft = Omit<Column, 'field'> & { readonly field: HeaderReading['field'] | undefined };

/** Which column holds what: by choice, by the words of its header, and where these fail by its cells. */
export function assignColumns(
  header: FactoryHeader,
  rows: readonly GridRow[],
  knowledge: ColumnKnowledge,
): readonly Column[] {
  const cells = (at: number) =>
    rows.filter(({ covered }) => !covered.has(at)).flatMap((row) => row.cells[at] || []);
  const drafts = header.columns.map((column) => byWords(column, knowledge));
  return [
    settleAmbiguous,
    settleSizes,
    settleQuantities,
    settleWeights,
    settleIdentity,
    withoutDoubles,
  ].reduce(
    (columns, settle) => settle(columns, cells, knowledge.lookup),
    drafts as readonly Draft[],
  ) as readonly Column[];
}

function byWords(
  { at, text, reading }: FactoryHeader['columns'][number],
  { chosen, remembered }: ColumnKnowledge,
): Draft {
  const { lengthUnit, weightUnit } = reading ?? {};
  const rest = { at, text, ...(lengthUnit && { lengthUnit }), ...(weightUnit && { weightUnit }) };
  const key = headerKey(text);
  const settled = (field: FactoryField | 'none') => (field === 'none' ? undefined : field);
  const choice = chosen[key];
  if (choice !== undefined)
    return { ...rest, field: settled(choice), certainty: 'chosen', evidence: 'chosen' };
  const known = remembered[key];
  if (known !== undefined)
    return { ...rest, field: settled(known), certainty: 'remembered', evidence: 'remembered' };
  return { ...rest, field: reading?.field, certainty: 'stated', evidence: 'header' };
}

type Settle = (
  columns: readonly Draft[],
  cells: (at: number) => readonly string[],
  lookup: ItemLookup,
) => readonly Draft[];

/** "件数" counts cartons beside a column of units and units otherwise; "No." may number the cartons. */
const settleAmbiguous: Settle = (columns, cells) => {
  const has = (...fields: readonly Draft['field'][]) =>
    columns.some(({ field }) => fields.includes(field));
  return columns.map((column): Draft => {
    if (column.field === 'pieces') {
      const isCartons = has('units', 'units-in-all', 'units-per-carton') && !has('cartons');
      return { ...column, field: isCartons ? 'cartons' : 'units', certainty: 'likely' };
    }
    if (column.field !== 'serial') return column;
    const named = cells(column.at).filter((cell) => {
      const numbers = readCartonNumbers(cell)?.numbers.length ?? 0;
      return numbers > 1 || (numbers === 1 && /[a-z箱]/i.test(cell));
    });
    const isNumbers = named.length > 0 && !has('carton-numbers', 'carton-from');
    if (!isNumbers) return { ...column, field: undefined };
    return { ...column, field: 'carton-numbers', certainty: 'likely', evidence: 'cells' };
  });
};

/** Of several sizes the carton's is meant, and a size is three sides: "规格" is often something else. */
const settleSizes: Settle = (columns, cells) => {
  const sizes = columns.filter(
    ({ field, at, certainty }) =>
      field === 'size' && (certainty !== 'stated' || cells(at).some((cell) => readSizeCell(cell))),
  );
  const best = sizes.find(({ text }) => /外箱|箱|carton|ctn|box|meas|pack/i.test(text)) ?? sizes[0];
  return columns.map((column) =>
    column.field === 'size' && column !== best ? { ...column, field: undefined } : column,
  );
};

/** A plain quantity beside one that says what it counts is the other one. */
const settleQuantities: Settle = (columns, cells) => {
  const plain = columns.filter(({ field }) => field === 'units');
  const first = plain[0];
  if (!first) return columns;
  const perCarton = columns.find(({ field }) => field === 'units-per-carton');
  const inAll = columns.find(({ field }) => field === 'units-in-all');
  const second = plain[1];
  const means = new Map<Draft, FactoryField>();
  if (perCarton && !inAll) means.set(first, 'units-in-all');
  else if (inAll && !perCarton) means.set(first, 'units-per-carton');
  else if (second && !perCarton && !inAll) {
    const isRising = sumOf(cells(second.at)) >= sumOf(cells(first.at));
    means.set(first, isRising ? 'units-per-carton' : 'units-in-all');
    means.set(second, isRising ? 'units-in-all' : 'units-per-carton');
  }
  return columns.map((column): Draft => {
    const field = means.get(column);
    return field ? { ...column, field, certainty: 'likely', evidence: 'own-figures' } : column;
  });
};

/** A plain weight beside one that says what it is of is the other one. */
const settleWeights: Settle = (columns) => {
  const perCarton = columns.some(({ field }) => field === 'gross-per-carton');
  const inAll = columns.some(({ field }) => field === 'gross-in-all');
  if (perCarton === inAll) return columns;
  const meant: FactoryField = perCarton ? 'gross-in-all' : 'gross-per-carton';
  return columns.map((column): Draft =>
    column.field === 'gross'
      ? { ...column, field: meant, certainty: 'likely', evidence: 'own-figures' }
      : column,
  );
};

function sumOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (readCountCell(cell) ?? 0), 0);
}

const IDENTITIES = new Set<unknown>(['sku', 'fnsku', 'asin', 'barcode', 'item', 'description']);

/** A column of our own SKUs needs no header to be known by. */
const settleIdentity: Settle = (columns, cells, lookup) =>
  columns.map((column): Draft => {
    const isOpen = column.field === undefined && column.certainty === 'stated';
    if (!isOpen) return column;
    const texts = cells(column.at);
    const known = texts.filter((text) => lookup([text]) !== undefined);
    if (known.length === 0 || known.length < texts.length / 2) return column;
    return { ...column, field: 'sku', certainty: 'proved', evidence: 'cells' };
  });

/** Each field is read from one column; names of an item may stand in several. */
const withoutDoubles: Settle = (columns) => {
  const seen = new Set<unknown>();
  return columns.map((column) => {
    const isKnown = FACTORY_FIELDS.some((field) => field === column.field);
    const isFree = isKnown && (IDENTITIES.has(column.field) || !seen.has(column.field));
    seen.add(column.field);
    return isFree ? column : { ...column, field: undefined };
  });
};

export function columnInferences(columns: readonly Column[]): readonly Inference[] {
  return columns.map(({ text, field, certainty, evidence }) => ({
    about: 'column',
    subject: headerKey(text),
    value: field ?? 'none',
    options: ['none', ...FACTORY_FIELDS],
    certainty,
    evidence: { kind: evidence, facts: { header: text } },
  }));
}
