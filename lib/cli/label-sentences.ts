import type { Fact, Problem } from '#lib/kernel';

// The command line speaks English; the application's sentences are in the message catalogues.
const SENTENCES: Readonly<Record<string, string>> = {
  'file-unreadable': 'cannot be read',
  'file-unwritable': 'cannot be written',
  'file-not-utf8': 'is not UTF-8 text; save it as CSV UTF-8',
  'flag-missing': '{flag} is missing',
  'flag-unknown': '{words}',
  'flag-no-number': '{flag} "{text}" is no number',
  'flag-of-other-stock': '{flag} says nothing about {pageType}',
  'input-missing': 'the file to read is missing',
  'input-twice': 'one file at a time, not also {other}',
  'csv-quote-open': 'row {row}, column {column}: a quotation mark is opened and never closed',
  'csv-quote-stray': 'row {row}, column {column}: text follows a closing quotation mark',
  'file-empty': 'is empty; a header with {expected} is needed',
  'file-of-another-kind': 'is no table ({kind}); a header with {expected} is needed',
  'columns-not-found': 'has no header with {expected}; it begins with "{found}"',
  'workbook-unreadable': 'is a workbook that cannot be opened; save it anew as .xlsx',
  'workbook-too-large': 'is a workbook of more than {megabytes} MB when unpacked',
  'quantity-unreadable': '"{text}" is no whole number',
  'order-not-named': 'the order or its item is not named',
  'csv-column-missing': 'row 1, column {column}: the column is missing',
  'csv-too-many-fields': 'row {row}, column {column}: more than the {columns} fields of the header',
  'labels-none': 'no labels to print',
  'label-fnsku-shape': '"{fnsku}" is no FNSKU (ten of A-Z and 0-9)',
  'label-title-empty': 'there is no title that could be printed',
  'label-condition-empty': 'there is no condition that could be printed',
  'label-copies-not-whole': 'the quantity is no whole number',
  'label-copies-range': '{copies} is not between 1 and {most}',
  'label-does-not-scan': 'the barcode of {fnsku} does not read back ("{read}")',
  'label-line-too-long': '{length} characters, at most {most} fit',
  'label-bars-do-not-fit': 'the barcode does not fit a label of {widthMm} mm',
  'stock-page-type-unknown': '{pageType} is no known page type',
  'stock-start-range': '--start {startAt} is not between 1 and {most}',
  'stock-thermal-size': 'a thermal label side of {value} mm is not between {least} and {most}',
  'stock-offset-range': 'an offset of {value} mm is beyond ±{most}',
  'stock-scale-range': 'a scale of {value} is not between {least} and {most}',
  'printer-dpi-unknown': '--dpi {dpi} is none of 203, 300, 600',
  'label-bars-narrow': 'narrow bars of {moduleMm} mm at {dpi} dpi; Amazon asks for {wantedMm} mm',
  'label-bars-weak':
    'narrow bars of only {moduleMm} mm at {dpi} dpi may not scan; Amazon asks for {wantedMm} mm',
  'label-quiet-zone-narrow': '{quietMm} mm of white beside the bars; Amazon asks for {wantedMm} mm',
  'label-characters-dropped': 'left out, as no label font has it: {characters}',
  'json-broken': 'is not JSON: {words}',
  'json-shape': '{words}',
  'symbology-unknown': '{symbology} is none of PDF417, DATA_MATRIX, QR',
  'box-labels-none': 'no labels to print',
  'box-page-type-unknown': '{pageType} is no known page type',
  'box-id-shape': '"{boxId}" is no box ID (shipment ID, U, six digits)',
  'box-id-of-other-shipment': '{boxId} does not belong to shipment {shipmentConfirmationId}',
  'box-id-twice': '{boxId} stands twice',
  'content-empty': 'nothing is in the box',
  'content-shipment-shape': '"{shipmentConfirmationId}" is no shipment confirmation ID (FBA…)',
  'content-too-many-lines': '{count} kinds of goods; Amazon reads at most {most}',
  'content-id-shape': '"{id}" is no {idType}',
  'content-quantity': 'the quantity {quantity} of {id} is no whole number from 1',
  'content-expiry-shape': 'the expiry date {expiryDate} of {id} is no date (YYYY-MM-DD)',
  'content-expiries-differ': '{id} stands with different expiry dates',
  'content-too-long': '{characters} characters are more than a {symbology} on this label holds',
};

const COLUMNS: Readonly<Record<string, string>> = { copies: 'quantity' };

/** The problem in words, with the row and column of a table or the entry of a list it is about. */
export function sentenceOf(
  { code, facts, at }: Problem,
  rowOf?: (index: number) => number,
): string {
  const words = fill(SENTENCES[code] ?? code, facts);
  const row = /^labels\.(\d+)\.(\w+)$/.exec(at ?? '');
  if (rowOf && row) {
    const [, index = '0', field = ''] = row;
    return `row ${rowOf(Number(index))}, column ${COLUMNS[field] ?? field}: ${words}`;
  }
  const entry = /^labels\.(\d+)(?:\.(.+))?$/.exec(at ?? '');
  if (!entry) return words;
  const [, index = '0', field] = entry;
  const place = `entry ${Number(index) + 1}`;
  return field === undefined ? `${place}: ${words}` : `${place}, ${field}: ${words}`;
}

function fill(sentence: string, facts: Readonly<Record<string, Fact>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? '';
    return typeof fact === 'object' ? fact.join(' ') : String(fact);
  });
}
