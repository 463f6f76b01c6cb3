import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

export type ContentIdType = 'FNSKU' | 'ASIN' | 'UPC' | 'EAN' | 'ISBN';

/** One kind of goods in a box, named as its units are listed at Amazon. */
export type BoxContentLine = {
  readonly idType: ContentIdType;
  readonly id: string;
  readonly quantity: number;
  /** Calendar date, YYYY-MM-DD. */
  readonly expiryDate?: string;
};

export type BoxContentProblem =
  | 'content-shipment-shape'
  | 'content-empty'
  | 'content-too-many-lines'
  | 'content-id-shape'
  | 'content-quantity'
  | 'content-expiry-shape'
  | 'content-expiries-differ';

/** At most 100 ASINs per box (Seller Central, 2D barcodes for box content, checked 2026-11-23). */
const MOST_LINES = 100;

const ID_SHAPES: Record<ContentIdType, RegExp> = {
  FNSKU: /^[A-Z0-9]{10}$/,
  ASIN: /^[A-Z0-9]{10}$/,
  UPC: /^\d{12}$/,
  EAN: /^(?:\d{8}|\d{13})$/,
  ISBN: /^(?:\d{9}[\dX]|\d{13})$/,
};

/**
 * The text of a 2D box content barcode: `AMZN,PO:<shipment>,<id type>:<id>,QTY:<n>[,EXP:yyMMdd]…`
 * (Seller Central, 2D barcodes for box content, checked 2026-11-23).
 */
export function writeBoxContent(
  shipmentConfirmationId: string,
  lines: readonly BoxContentLine[],
): Result<string, BoxContentProblem> {
  const wrong: Problem<BoxContentProblem>[] = [];
  if (!/^FBA[0-9A-Z]{7,9}$/.test(shipmentConfirmationId)) {
    wrong.push(problem('content-shipment-shape', { shipmentConfirmationId }));
  }
  if (lines.length === 0) wrong.push(problem('content-empty'));
  const merged = new Map<string, BoxContentLine>();
  for (const [index, line] of lines.entries()) {
    wrong.push(...lineProblems(line, index));
    const key = `${line.idType}:${line.id}`;
    const known = merged.get(key);
    if (known && known.expiryDate !== line.expiryDate) {
      wrong.push(problem('content-expiries-differ', { id: line.id }, `lines.${index}.expiryDate`));
    }
    merged.set(key, known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  if (merged.size > MOST_LINES) {
    wrong.push(problem('content-too-many-lines', { count: merged.size, most: MOST_LINES }));
  }
  if (wrong.length > 0) return refuse(...wrong);
  const segments = [...merged.values()].map(({ idType, id, quantity, expiryDate }) => {
    const expiry =
      expiryDate === undefined ? '' : `,EXP:${expiryDate.slice(2).replaceAll('-', '')}`;
    return `,${idType}:${id},QTY:${quantity}${expiry}`;
  });
  return ok(`AMZN,PO:${shipmentConfirmationId}${segments.join('')}`);
}

function lineProblems(line: BoxContentLine, index: number): Problem<BoxContentProblem>[] {
  const { idType, id, quantity, expiryDate } = line;
  const wrong: Problem<BoxContentProblem>[] = [];
  if (!ID_SHAPES[idType].test(id) || !hasTrueCheckDigit(idType, id)) {
    wrong.push(problem('content-id-shape', { idType, id: id.slice(0, 40) }, `lines.${index}.id`));
  }
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    wrong.push(problem('content-quantity', { id, quantity }, `lines.${index}.quantity`));
  }
  if (expiryDate !== undefined && !isCalendarDate(expiryDate)) {
    wrong.push(problem('content-expiry-shape', { id, expiryDate }, `lines.${index}.expiryDate`));
  }
  return wrong;
}

/** GS1 check digit of UPC and EAN, and of ISBNs in either form. */
function hasTrueCheckDigit(idType: ContentIdType, id: string): boolean {
  if (idType === 'FNSKU' || idType === 'ASIN') return true;
  const values = Array.from(id, (digit) => (digit === 'X' ? 10 : Number(digit)));
  if (values.length === 10) {
    return values.reduce((sum, value, at) => sum + value * (10 - at), 0) % 11 === 0;
  }
  const sum = values
    .toReversed()
    .reduce((sum, value, at) => sum + value * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
