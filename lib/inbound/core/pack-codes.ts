import { type InboundPlan, lineKey, type PlanLine } from './inbound-plan.ts';

/** Barcodes that are printed on a sheet at the bench and stand for acts instead of goods. */
export const PACK_COMMANDS = {
  newBox: 'FL-NEW-BOX',
  close: 'FL-CLOSE-BOX',
  undo: 'FL-UNDO',
  weigh: 'FL-WEIGH',
} as const;
/** Counts that have a barcode on the sheet; any other is scanned or typed as well. */
export const PACK_TIMES = [2, 3, 4, 5, 6, 8, 10, 12, 20, 24] as const;

const TIMES = /^FL-TIMES-(\d{1,4})$/;
const BOX = /^FL-BOX-(\S{1,60})$/;
const SIZE = /^FL-SIZE-(\S{1,60})$/;
const SIZE_CODE_LENGTH = 8;

export function timesCode(times: number): string {
  return `FL-TIMES-${times}`;
}

export function boxCode(boxId: string): string {
  return `FL-BOX-${boxId}`;
}

/** Short enough for a barcode that is read at arm's length; eight signs tell a shelf's sizes apart. */
export function sizeCode(sizeId: string): string {
  return `FL-SIZE-${sizeId.slice(0, SIZE_CODE_LENGTH).toUpperCase()}`;
}

export type BenchCommand =
  | { readonly kind: keyof typeof PACK_COMMANDS }
  | { readonly kind: 'times'; readonly times: number }
  | { readonly kind: 'box'; readonly boxId: string }
  | { readonly kind: 'size'; readonly code: string };

/** The act that a code stands for, if it is one of the bench's own. */
export function readCommand(code: string): BenchCommand | undefined {
  const text = code.toUpperCase();
  for (const kind of ['newBox', 'close', 'undo', 'weigh'] as const)
    if (text === PACK_COMMANDS[kind]) return { kind };
  const times = Number(TIMES.exec(text)?.[1] ?? 0);
  if (times > 0) return { kind: 'times', times };
  const boxId = BOX.exec(text)?.[1];
  if (boxId !== undefined) return { kind: 'box', boxId };
  return SIZE.test(text) ? { kind: 'size', code: text } : undefined;
}

/** A barcode of a product or of a case, and what one scan of it stands for. */
export type ItemCode = { readonly code: string; readonly sku: string; readonly units: number };

export type FoundItem = {
  /** one SKU, once for each of its expiry dates */
  readonly lines: readonly PlanLine[];
  readonly units: number;
};

/** What a code stands for in this plan: by SKU, FNSKU or ASIN, or by what was told of it before. */
export function itemOfCode(
  plan: InboundPlan,
  code: string,
  taught: readonly ItemCode[],
): FoundItem | undefined {
  const text = code.trim().toUpperCase();
  const named = plan.lines.filter(({ sku, fnsku, asin }) =>
    [sku, fnsku, asin].some((name) => name?.toUpperCase() === text),
  );
  if (named.length > 0) return { lines: named, units: 1 };
  const told = ofThePlan(plan, taught, (known) => sameCode(known.code, text));
  return told ?? caseOfCode(plan, text, taught);
}

// GS1 General Specifications, section 2.1 (checked 2026-11-23): a case's GTIN-14 is a digit from 1 to 8,
// the unit's GTIN without its check digit, and a check digit of its own.
function caseOfCode(
  plan: InboundPlan,
  text: string,
  taught: readonly ItemCode[],
): FoundItem | undefined {
  if (!/^[1-8]\d{13}$/.test(text)) return undefined;
  const unit = text.slice(1, 13);
  const found = ofThePlan(plan, taught, ({ code, units }) => {
    return units === 1 && gtin14(code)?.slice(1, 13) === unit;
  });
  const unitsPerCase = found?.lines[0]?.case?.unitsPerCase;
  return found && unitsPerCase !== undefined ? { ...found, units: unitsPerCase } : undefined;
}

// What was told last holds.
function ofThePlan(
  { lines }: InboundPlan,
  taught: readonly ItemCode[],
  isMeant: (known: ItemCode) => boolean,
): FoundItem | undefined {
  const known = taught.findLast(
    (one) => isMeant(one) && lines.some((line) => line.sku === one.sku),
  );
  return known && { lines: lines.filter(({ sku }) => sku === known.sku), units: known.units };
}

/** UPC-A, EAN-13 and GTIN-14 of the same product differ by zeros in front only. */
function sameCode(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b || (gtin14(a) !== undefined && gtin14(a) === gtin14(b));
}

function gtin14(code: string): string | undefined {
  return /^(?:\d{8}|\d{12,14})$/.test(code) ? code.padStart(14, '0') : undefined;
}

/** Whether a box holds the SKU under another expiry date, beside which this one may not lie. */
export function otherExpiry(
  items: readonly { readonly sku: string; readonly expiry?: string }[],
  line: PlanLine,
): boolean {
  return items.some((item) => item.sku === line.sku && lineKey(item) !== lineKey(line));
}
