import { ok, refuse, type Result } from '#lib/kernel';
import { type ColumnNames, findTable } from './columns.ts';
import type { FlatFileProblem } from './problem.ts';
import { openFile, whatItIs } from './source.ts';

type TrackingField = 'box' | 'number';

export type TrackingRow = {
  readonly row: number;
  readonly box: string;
  readonly number: string;
};

const EXPECTED = ['Box ID', 'Tracking number'];

// As sellers, forwarders and carriers head these columns.
const COLUMNS: ColumnNames<TrackingField> = {
  box: [
    'Box ID',
    'FBA box ID',
    'FBA box number',
    'Box number',
    'Box label',
    'Carton ID',
    'Carton number',
    'Reference',
    'Customer reference',
    '箱号',
    'FBA箱号',
    'FBA 箱号',
    '箱唛号',
    '参考号',
    '客户参考号',
  ],
  number: [
    'Tracking number',
    'Tracking no',
    'Tracking no.',
    'Tracking ID',
    'Tracking',
    'Tracking #',
    'Waybill',
    'Waybill number',
    '追踪编号',
    '追踪号',
    '跟踪号',
    '快递单号',
    '运单号',
    '子单号',
    '转单号',
  ],
};

/** Reads box IDs and tracking numbers out of a file or a pasted table whose columns have headings. */
export function readTrackingTable(
  bytes: Uint8Array,
): Result<readonly TrackingRow[], FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const table = findTable(opened.value.sources, COLUMNS, ({ positions }) => positions.size === 2);
  if (!table) return refuse(whatItIs(opened.value, EXPECTED));
  const { positions } = table.header;
  const at = (field: TrackingField) => positions.get(field) ?? -1;
  return ok(
    [...table.rows].flatMap(({ line, cells }) => {
      const box = cells[at('box')]?.trim() ?? '';
      const number = cells[at('number')]?.trim() ?? '';
      return box === '' && number === '' ? [] : [{ row: line, box, number }];
    }),
  );
}
