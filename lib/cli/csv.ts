import { ok, problem, refuse, type Result } from '#lib/kernel';

/** Records of a comma, semicolon or tab separated text (RFC 4180); the header line decides which. */
export function readCsv(
  text: string,
): Result<readonly (readonly string[])[], 'csv-quote-open' | 'csv-quote-stray'> {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source.slice(0, source.search(/[\r\n]|$/)));
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < source.length) {
    const field = source[at] === '"' ? quoted(source, at) : plain(source, at, separator);
    const row = records.length + 1;
    const column = records[0]?.[record.length]?.trim() ?? String(record.length + 1);
    if (field === undefined) return refuse(problem('csv-quote-open', { row, column }));
    record.push(field.value);
    at = field.end;
    if (source[at] === separator) {
      at++;
      if (at === source.length) record.push('');
      continue;
    }
    if (at < source.length && source[at] !== '\r' && source[at] !== '\n') {
      return refuse(problem('csv-quote-stray', { row, column }));
    }
    at += source.startsWith('\r\n', at) ? 2 : 1;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return ok(records);
}

type Field = { readonly value: string; readonly end: number };

function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function quoted(source: string, start: number): Field | undefined {
  let value = '';
  for (let at = start + 1; ;) {
    const close = source.indexOf('"', at);
    if (close < 0) return undefined;
    value += source.slice(at, close);
    if (source[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    at = close + 2;
  }
}

function plain(source: string, start: number, separator: string): Field {
  let end = start;
  while (end < source.length && !'\r\n'.includes(source[end] ?? '') && source[end] !== separator) {
    end++;
  }
  return { value: source.slice(start, end), end };
}
