import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';
import type { ItemLabel } from '#lib/labels';

import { readCsv } from './csv.ts';

const NEEDED = ['fnsku', 'title', 'condition', 'quantity'] as const;

/** Item labels from a table with the columns fnsku, title, condition, quantity and line. */
export function readLabelRows(text: string): Result<readonly ItemLabel[]> {
  const read = readCsv(text);
  if (!read.ok) return read;
  const [header = [], ...records] = read.value;
  const columns = new Map(header.map((name, index) => [name.trim().toLowerCase(), index]));
  const missing = NEEDED.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    const problems = missing.map((column) => problem('csv-column-missing', { column }));
    return refuse(...problems);
  }
  const labels: ItemLabel[] = [];
  const wrong: Problem[] = [];
  for (const [index, record] of records.entries()) {
    if (record.every((field) => field.trim() === '')) continue;
    const row = index + 2;
    if (record.length > header.length) {
      wrong.push(
        problem('csv-too-many-fields', { row, column: header.length + 1, columns: header.length }),
      );
      continue;
    }
    const field = (name: string): string => (record[columns.get(name) ?? -1] ?? '').trim();
    labels.push({
      fnsku: field('fnsku'),
      title: field('title'),
      condition: field('condition'),
      copies: wholeNumber(field('quantity')),
      line: field('line'),
    });
  }
  return wrong.length > 0 ? refuse(...wrong) : ok(labels);
}

/** The row of the table (1 is the header) in which label `index` stands; empty rows are skipped. */
export function rowOfLabel(text: string, index: number): number {
  const read = readCsv(text);
  let labels = -1;
  for (const [at, record] of (read.ok ? read.value : []).entries()) {
    if (at === 0 || record.every((field) => field.trim() === '')) continue;
    labels++;
    if (labels === index) return at + 1;
  }
  return index + 2;
}

// What is no number at all is refused by the same rule as 1.5.
function wholeNumber(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
