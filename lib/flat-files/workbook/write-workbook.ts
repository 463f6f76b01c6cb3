import { strToU8, zipSync } from 'fflate';
import { placeName } from './cell-place.ts';
import { escapeXml } from './xml.ts';

/** What a cell looks like; in a protected sheet only open and fault cells can be typed in. */
export type CellStyle = 'plain' | 'heading' | 'open' | 'fault';

export type NewCell =
  | string
  | number
  | {
      readonly value: string | number;
      readonly style?: CellStyle;
      /** Without the equals sign; `value` is what it comes to now. */
      readonly formula?: string;
    };

export type NewSheet = {
  readonly name: string;
  readonly rows: readonly (readonly NewCell[])[];
  /** Column widths in characters. */
  readonly widths?: readonly number[];
  readonly isProtected?: boolean;
};

const STYLES: readonly CellStyle[] = ['plain', 'heading', 'open', 'fault'];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** One moment for all files, so that the same rows give the same bytes. */
const MOMENT = '1980-01-02T00:00:00';

/** Writes an .xlsx file. Text stays text: no order number becomes a number, no date is guessed. */
export function writeWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': part(contentTypes(sheets.length)),
    '_rels/.rels': part(relations([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': part(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': part(
      relations([
        ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': part(STYLE_SHEET),
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = part(worksheet(sheet));
  });
  return zipSync(parts, { mtime: MOMENT });
}

function part(xml: string): Uint8Array {
  return strToU8(DECLARATION + xml);
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheets: readonly NewSheet[]): string {
  const lines = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // Formulas are worked out when the file is opened, for not every reader of ours has done it.
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${lines.join('')}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`;
}

const STYLE_SHEET = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="0" fillId="3" xfId="0" applyFill="1" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>`;

function worksheet(sheet: NewSheet): string {
  const columns = (sheet.widths ?? []).map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = sheet.rows.map((cells, at) => rowXml(cells, at + 1));
  const protection = sheet.isProtected ? '<sheetProtection sheet="1" formatColumns="0"/>' : '';
  return `<worksheet xmlns="${MAIN}">${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${protection}</worksheet>`;
}

function rowXml(cells: readonly NewCell[], row: number): string {
  const parts = cells.map((cell, at) => cellXml(cell, placeName({ row, column: at + 1 })));
  return `<row r="${row}">${parts.join('')}</row>`;
}

function cellXml(cell: NewCell, place: string): string {
  const { value, style = 'plain', formula } = typeof cell === 'object' ? cell : { value: cell };
  const number = STYLES.indexOf(style);
  const look = number === 0 ? '' : ` s="${number}"`;
  const work = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
  if (typeof value === 'number') return `<c r="${place}"${look}>${work}<v>${value}</v></c>`;
  if (work !== '') return `<c r="${place}" t="str"${look}>${work}<v>${escapeXml(value)}</v></c>`;
  if (value === '') return look === '' ? '' : `<c r="${place}"${look}/>`;
  return `<c r="${place}" t="inlineStr"${look}><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
