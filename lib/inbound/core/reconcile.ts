import type { InboundPlan, PlanShipment } from './inbound-plan.ts';
import { receivedLines } from './receiving.ts';

/** Units of a SKU that a closed shipment has too few or too many of. */
export type Gap = { readonly shipmentId: string; readonly sku: string; readonly units: number };

/** A gap that another one explains: the units were counted, but elsewhere or as something else. */
export type Explained = {
  readonly kind: 'other-shipment' | 'swap';
  readonly units: number;
  readonly from: Omit<Gap, 'units'>;
  readonly to: Omit<Gap, 'units'>;
};

export type Reconciliation = {
  readonly explained: readonly Explained[];
  /** what is left when everything that explains itself is taken off */
  readonly missing: readonly Gap[];
  readonly extra: readonly Gap[];
};

type OpenGap = { -readonly [Key in keyof Gap]: Gap[Key] };

/**
 * R111: what closed shipments are short of, less what was only miscounted. Units may be received
 * under another shipment of the same centre (help, shipping queue, checked 2026-11-23); and where a
 * shipment's total is right, +1 of one SKU is the -1 of another, SKUs of one box before others.
 */
export function reconcile(plan: InboundPlan): Reconciliation {
  const closed = plan.shipments.filter(({ status }) => status === 'CLOSED');
  const short = closed.flatMap((shipment) => gapsOf(shipment, -1));
  const over = closed.flatMap((shipment) => gapsOf(shipment, 1));
  const centre = new Map(closed.map(({ id, warehouseId }) => [id, warehouseId]));
  const elsewhere = matched('other-shipment', short, over, (a, b) => {
    const isSame = a.sku === b.sku && a.shipmentId !== b.shipmentId;
    const at = centre.get(a.shipmentId);
    return isSame && at !== undefined && at === centre.get(b.shipmentId);
  });
  const swapped = closed.flatMap((shipment) => {
    const mine = ({ shipmentId }: Gap) => shipmentId === shipment.id;
    return swapsOf(shipment, short.filter(mine), over.filter(mine));
  });
  const isLeft = ({ units }: Gap) => units > 0;
  return {
    explained: [...elsewhere, ...swapped],
    missing: short.filter(isLeft),
    extra: over.filter(isLeft),
  };
}

function gapsOf(shipment: PlanShipment, sign: 1 | -1): OpenGap[] {
  return receivedLines(shipment).flatMap(({ sku, difference = 0 }) =>
    difference * sign > 0 ? [{ shipmentId: shipment.id, sku, units: difference * sign }] : [],
  );
}

function swapsOf(shipment: PlanShipment, short: OpenGap[], over: OpenGap[]): Explained[] {
  const neighbours = (a: Gap, b: Gap) =>
    shipment.boxes.some(({ items }) =>
      [a.sku, b.sku].every((sku) => items.some((item) => item.sku === sku)),
    );
  const alike = (a: Gap, b: Gap) => a.units === b.units;
  const near = matched('swap', short, over, (a, b) => alike(a, b) && neighbours(a, b));
  const equal = matched('swap', short, over, alike);
  const isBalanced = unitsOf(short) === unitsOf(over);
  return [...near, ...equal, ...(isBalanced ? matched('swap', short, over, () => true) : [])];
}

/** Pairs gaps that fit, the first ones first, and takes the units off both. */
function matched(
  kind: Explained['kind'],
  short: readonly OpenGap[],
  over: readonly OpenGap[],
  fits: (short: Gap, over: Gap) => boolean,
): Explained[] {
  const found: Explained[] = [];
  for (const lack of short) {
    for (const excess of over) {
      if (lack.units === 0 || excess.units === 0 || !fits(lack, excess)) continue;
      const units = Math.min(lack.units, excess.units);
      lack.units -= units;
      excess.units -= units;
      found.push({
        kind,
        units,
        from: { shipmentId: lack.shipmentId, sku: lack.sku },
        to: { shipmentId: excess.shipmentId, sku: excess.sku },
      });
    }
  }
  return found;
}

function unitsOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { units }) => sum + units, 0);
}
