/** Columns of a report in the order in which Amazon writes them. */
export type Columns<Row> = readonly (readonly [header: string, cell: (row: Row) => string])[];

export const nothing = () => '';

/** Rows as a tab-delimited report, or undefined when there is nothing to report. */
export function tableOf<Row>(columns: Columns<Row>, rows: readonly Row[]): string | undefined {
  if (rows.length === 0) return undefined;
  const lines = [columns.map(([header]) => header).join('\t')];
  for (const row of rows)
    lines.push(columns.map(([, cell]) => cell(row).replace(/[\t\r\n]+/g, ' ')).join('\t'));
  return `${lines.join('\r\n')}\r\n`;
}

/** "2026-11-23T09:00:00+00:00", as the order reports write times. */
export function offsetTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}
