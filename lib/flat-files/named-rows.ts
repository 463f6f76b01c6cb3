import { optional } from '#lib/kernel';
import { cellReader } from './cells.ts';
import type { Table } from './columns.ts';
import type { OpenFile, Separator } from './source.ts';

/** A row by the names of our fields; a field that it leaves empty is not there. */
export type NamedRow<Field extends string> = {
  readonly line: number;
  readonly cells: ReadonlyMap<Field, string>;
};

/** A file whose cells are kept as they are written, and how it is written. */
export type NamedRows<Field extends string> = {
  readonly rows: readonly NamedRow<Field>[];
  /** Each field's column name as the file writes it. */
  readonly names: ReadonlyMap<Field, string>;
  readonly unknownColumns: readonly string[];
  readonly encoding: OpenFile['encoding'];
  readonly headerLine: number;
  /** The header as written, every column of it. */
  readonly header: readonly string[];
  /** Absent in a workbook. */
  readonly separator?: Separator;
  /** The sheet of a workbook. */
  readonly sheet?: string;
};

/** Reads a table by its fields; `say` may put what a cell holds into other words. */
export function namedRows<Field extends string>(
  { header, source, rows }: Table<Field>,
  encoding: OpenFile['encoding'],
  fields: readonly Field[],
  say: (field: Field, text: string) => string = (_, text) => text,
): NamedRows<Field> {
  const read: NamedRow<Field>[] = [];
  for (const row of rows) {
    const { text } = cellReader(row, header);
    const cells = new Map<Field, string>();
    for (const field of fields) {
      const said = say(field, text(field));
      if (said !== '') cells.set(field, said);
    }
    read.push({ line: row.line, cells });
  }
  return {
    rows: read,
    names: new Map([...header.positions].map(([field, at]) => [field, header.names[at] ?? field])),
    unknownColumns: header.unknown,
    encoding,
    headerLine: header.line,
    header: header.names,
    ...optional('separator', source.separator),
    ...optional('sheet', source.sheet),
  };
}
