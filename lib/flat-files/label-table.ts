import { ok, refuse, type Result } from '#lib/kernel';
import { type ColumnNames, findTable, type Header } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import { isBlank, type Row } from './rows.ts';
import { openFile, type Source, whatItIs } from './source.ts';

export type LabelField = 'fnsku' | 'title' | 'condition' | 'quantity' | 'line';

/** A row as it is written; what its cells are worth is for whoever prints labels to say. */
export type LabelTableRow = {
  readonly row: number;
  readonly cells: Readonly<Record<LabelField, string>>;
};

export type LabelTable = {
  readonly rows: readonly LabelTableRow[];
  /** The column of each field, from one, and the name it has in the file. */
  readonly columns: ReadonlyMap<LabelField, { readonly column: number; readonly name: string }>;
};

const FIELDS: readonly LabelField[] = ['fnsku', 'title', 'condition', 'quantity', 'line'];
const EXPECTED = ['fnsku', 'title', 'condition', 'quantity'];

const COLUMNS: ColumnNames<LabelField> = {
  fnsku: ['fnsku', 'FNSKU code', 'FNSKU 条码', '商品编码'],
  title: ['title', 'Product title', 'Item name', 'Product name', '标题', '商品名称', '产品名称'],
  condition: ['condition', 'Item condition', '商品状况', '状况'],
  quantity: ['quantity', 'Qty', 'Labels', 'Copies', 'Units', '数量', '张数'],
  line: ['line', 'Own line', 'Note', '附加文字', '自定义文字'],
};

/**
 * Reads a table of item labels out of a file or a pasted block, in any separator and encoding or as
 * a workbook. Without a header the columns are taken in their usual order.
 */
export function readLabelTable(bytes: Uint8Array): Result<LabelTable, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, COLUMNS, isComplete);
  if (table) return ok(tableOf([...table.rows], table.header));
  const bare = bareTable(opened.value.sources);
  return bare ? ok(bare) : refuse(whatItIs(opened.value, EXPECTED));
}

function isComplete({ positions }: Header<LabelField>): boolean {
  return FIELDS.every((field) => field === 'line' || positions.has(field));
}

/** What was copied without its header: the first row begins with an FNSKU. */
function bareTable(sources: readonly Source[]): LabelTable | undefined {
  for (const source of sources) {
    const rows = [...source.rows].filter((row) => !isBlank(row));
    const cells = rows[0]?.cells ?? [];
    if (cells.length < EXPECTED.length || !/^\s*[A-Z0-9]{10}\s*$/i.test(cells[0] ?? '')) continue;
    const positions = new Map(FIELDS.map((field, at) => [field, at]));
    return tableOf(rows, { line: 0, names: [], positions, unknown: [] });
  }
  return undefined;
}

function tableOf(rows: readonly Row[], { positions, names }: Header<LabelField>): LabelTable {
  const cell = (row: Row, field: LabelField): string =>
    (row.cells[positions.get(field) ?? -1] ?? '').trim();
  return {
    rows: rows.map((row) => ({
      row: row.line,
      cells: {
        fnsku: cell(row, 'fnsku'),
        title: cell(row, 'title'),
        condition: cell(row, 'condition'),
        quantity: cell(row, 'quantity'),
        line: cell(row, 'line'),
      },
    })),
    columns: new Map(
      [...positions].map(([field, at]) => [field, { column: at + 1, name: names[at] ?? field }]),
    ),
  };
}
