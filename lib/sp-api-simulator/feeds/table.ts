/** A row of a file by the names of its columns. */
export type Row = ReadonlyMap<string, string>;
type Complaint = {
  readonly number: number;
  readonly row: Row;
  readonly code: string;
  readonly text: string;
};

/** What is wrong with a row; undefined when it was carried out. */
export type Outcome = readonly [code: string, text: string] | undefined;

/** The rows under the header, wherever it stands: some templates have lines above it. */
export function readTable(text: string, required: readonly string[]): Row[] | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const at = lines.findIndex((cells) => required.every((name) => cells.includes(name)));
  const header = lines[at];
  if (!header) return undefined;
  return lines
    .slice(at + 1)
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => new Map(header.map((name, index) => [name, cells[index] ?? ''])));
}

/** Works through the rows and writes the processing report. */
export function work(rows: readonly Row[], act: (row: Row) => Outcome): string {
  const complaints: Complaint[] = [];
  rows.forEach((row, index) => {
    const outcome = act(row);
    if (outcome) complaints.push({ number: index + 1, row, code: outcome[0], text: outcome[1] });
  });
  const summary = [
    'Feed Processing Summary:',
    `\tNumber of records processed\t\t${rows.length}`,
    `\tNumber of records successful\t\t${rows.length - complaints.length}`,
    '',
  ];
  if (complaints.length === 0) return summary.join('\n');
  const table = complaints.map(({ number, row, code, text }) =>
    [number, row.get('order-id') ?? '', row.get('order-item-id') ?? '', code, 'Error', text].join(
      '\t',
    ),
  );
  const header =
    'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message';
  return [...summary, header, ...table, ''].join('\n');
}
