import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readPlace } from '../workbook/cell-place.ts';
import { type NewCell, writeWorkbook } from '../workbook/write-workbook.ts';

export type TestSheet = {
  readonly name?: string;
  readonly rows: readonly (readonly NewCell[])[];
  /** Ranges such as "A3:A5". */
  readonly merged?: readonly string[];
};

/** A workbook with merged cells, as spreadsheet programs write them. */
export function workbookOf(...sheets: readonly TestSheet[]): Uint8Array {
  for (const { merged = [] } of sheets)
    for (const range of merged)
      for (const place of range.split(':')) if (!readPlace(place)) throw new Error(range);
  const parts = unzipSync(
    writeWorkbook(sheets.map(({ name, rows }, at) => ({ name: name ?? `Sheet${at + 1}`, rows }))),
  );
  sheets.forEach(({ merged = [] }, at) => {
    if (merged.length === 0) return;
    const path = `xl/worksheets/sheet${at + 1}.xml`;
    const cells = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    parts[path] = strToU8(
      xml.replace('</sheetData>', `</sheetData><mergeCells>${cells}</mergeCells>`),
    );
  });
  return zipSync(parts);
}
