import { problem, type Problem } from '#lib/kernel';
import { amazon, dhl, fedex, getTracking, ontrac, s10, ups, usps } from 'ts-tracking-number';
import { blocking, type Findings, gather, warning } from './findings.ts';
import type { PlanShipment } from './inbound-plan.ts';

/** Longest tracking number that Amazon takes (fulfillmentInbound 2024-03-20). */
const LONGEST = 64;

/** One number for one box. */
export type TrackingEntry = { readonly boxId: string; readonly number: string };

const COURIERS = { ups, fedex, usps, dhl, ontrac, amazon, s10 } as const;
export type CourierId = keyof typeof COURIERS;

// Carrier codes as Amazon lists them (inbound.md 10.2), with the courier whose numbers they use.
const COURIER_OF_CARRIER: readonly { readonly pattern: RegExp; readonly courier: CourierId }[] = [
  { pattern: /^(UPS|UPSN|UPSG)|united parcel/i, courier: 'ups' },
  { pattern: /^(FDEG|FDE|FEDEX)|federal express/i, courier: 'fedex' },
  { pattern: /^USPS|united states postal/i, courier: 'usps' },
  { pattern: /^DHL/i, courier: 'dhl' },
  { pattern: /ontrac/i, courier: 'ontrac' },
];

/** The couriers whose format and check digit the number fits; several may. */
export function couriersOf(number: string): CourierId[] {
  return (Object.keys(COURIERS) as CourierId[]).filter(
    (courier) => getTracking(number, [COURIERS[courier]]) !== undefined,
  );
}

/** A number as printed on receipts, without spaces, and in capitals. */
export function tidyTrackingNumber(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/**
 * Reads a pasted block: either one number a line, taken in the order of the boxes, or lines of box
 * ID and number in either order, separated by a tab, comma, semicolon or space.
 */
export function readTrackingBlock(text: string, boxIds: readonly string[]): TrackingEntry[] {
  const known = new Set(boxIds);
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.map((line, index) => {
    const cells = cellsOf(line);
    const boxCell = cells.find((cell) => known.has(cell.toUpperCase()));
    if (boxCell === undefined) {
      return { boxId: boxIds[index] ?? '', number: tidyTrackingNumber(cells.join('')) };
    }
    const number = cells.find((cell) => cell !== boxCell) ?? '';
    return { boxId: boxCell.toUpperCase(), number: tidyTrackingNumber(number) };
  });
}

// Where a line has columns, spaces belong to the number ("1Z 999 AA1…"), else they separate.
function cellsOf(line: string): string[] {
  const separator = /[\t,;]/.test(line) ? /[\t,;]/ : /\s{2,}|\s(?=FBA)|(?<=U\d{6})\s/i;
  return line
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** R103, R104, R106: one number per box, all different, in the carrier's format. */
export function checkTracking(shipment: PlanShipment, entries: readonly TrackingEntry[]): Findings {
  if (shipment.transport?.solution === 'AMAZON_PARTNERED_CARRIER') {
    return blocking(problem('tracking-by-partner'));
  }
  const boxIds = new Set(shipment.boxes.map((box) => box.boxId));
  const seen = new Map<string, string>();
  const numbered = new Set<string>();
  return gather(
    ...entries.map((entry) => {
      const found = checkEntry(entry, { boxIds, numbered, seen, shipment });
      seen.set(entry.number, entry.boxId);
      numbered.add(entry.boxId);
      return found;
    }),
    blocking(
      ...shipment.boxes
        .filter((box) => !entries.some((entry) => entry.boxId === box.boxId))
        .map((box) =>
          problem('tracking-missing', { box: box.boxId ?? '' }, `tracking.${box.boxId}`),
        ),
    ),
  );
}

type EntrySurroundings = {
  readonly boxIds: ReadonlySet<string | undefined>;
  readonly numbered: ReadonlySet<string>;
  readonly seen: ReadonlyMap<string, string>;
  readonly shipment: PlanShipment;
};

function checkEntry(entry: TrackingEntry, around: EntrySurroundings): Findings {
  const at = `tracking.${entry.boxId}`;
  const facts = { box: entry.boxId, number: entry.number };
  if (!around.boxIds.has(entry.boxId)) {
    return blocking(problem('tracking-for-unknown-box', facts, at));
  }
  if (entry.number === '') return blocking(problem('tracking-missing', { box: entry.boxId }, at));
  if (around.numbered.has(entry.boxId)) {
    return blocking(problem('tracking-second-for-box', facts, at));
  }
  const twin = around.seen.get(entry.number);
  return gather(
    blocking(
      entry.number.length > LONGEST
        ? problem('tracking-too-long', { ...facts, most: LONGEST }, at)
        : undefined,
      /^[A-Z0-9._-]+$/.test(entry.number) ? undefined : problem('tracking-odd-sign', facts, at),
      twin === undefined ? undefined : problem('tracking-twice', { ...facts, twin }, at),
    ),
    warning(formatMismatch(entry, around.shipment, at)),
  );
}

function formatMismatch(
  entry: TrackingEntry,
  shipment: PlanShipment,
  at: string,
): Problem | undefined {
  const carrier = shipment.transport?.carrierCode ?? shipment.transport?.carrierName ?? '';
  const expected = COURIER_OF_CARRIER.find(({ pattern }) => pattern.test(carrier))?.courier;
  if (expected === undefined) return undefined;
  const fitting = couriersOf(entry.number);
  if (fitting.includes(expected)) return undefined;
  return problem(
    'tracking-not-in-format',
    { number: entry.number, carrier: shipment.transport?.carrierName ?? '', fits: fitting },
    at,
  );
}
