import {
  addMoney,
  type Dimensions,
  type Instant,
  type Money,
  money,
  optional,
  problem,
  type Problem,
  type Weight,
} from '#lib/kernel';
import { blocking, type Findings, gather, warning } from './findings.ts';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PlannedBox,
  type PlanShipment,
  type TransportOffer,
} from './inbound-plan.ts';
import { checkEachBox } from './packing.ts';
import { hasLapsed } from './placement.ts';
import { boxesUnlike } from './read-back.ts';

/** A box as it is to be; without the name that Amazon has for it, it is a new one. */
export type ChangedBox = {
  readonly packageId?: string;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly items: readonly BoxItem[];
};

/** What Amazon asks for a change that was shown to it. */
export type ContentPreview = {
  readonly id: string;
  readonly shipmentId: string;
  readonly expiresAt?: Instant;
  readonly boxes: readonly ChangedBox[];
  readonly transport: TransportOffer;
};

export type Tolerance = {
  readonly sku: string;
  /** units when the carrier was confirmed, from where changes are counted */
  readonly confirmed: number;
  readonly now: number;
  /** how far the units may be from those confirmed: as the page says, and as the API takes */
  readonly safe: number;
  readonly most: number;
};

// R88: five per cent or six units of a SKU, whichever is more. The same page gives ten units for
// shipments made through the API (help GLMEBQLNBY97ANYY, checked 2026-11-23): beyond the one is
// warned of, beyond the other refused. What Amazon does beyond six is not tried.
const SAFE_UNITS = 6;
const MOST_UNITS = 10;

/** How many units of each SKU may still be changed. */
export function tolerances(shipment: PlanShipment): Tolerance[] {
  return shipment.items.map(({ sku, shipped, confirmed = shipped }) => {
    const percent = Math.floor(confirmed / 20);
    return {
      sku,
      confirmed,
      now: shipped,
      safe: Math.max(SAFE_UNITS, percent),
      most: Math.max(MOST_UNITS, percent),
    };
  });
}

const CHANGEABLE = new Set([
  'WORKING',
  'READY_TO_SHIP',
  'SHIPPED',
  'IN_TRANSIT',
  'DELIVERED',
  'CHECKED_IN',
]);

/** Why the contents of a shipment cannot be changed at all. */
export function whyContentsStay(plan: InboundPlan, shipment: PlanShipment): Problem | undefined {
  const facts = { shipment: shipment.confirmationId ?? shipment.id };
  if (plan.cancelledAt !== undefined) return problem('plan-cancelled');
  if (plan.transportConfirmedAt === undefined) return problem('contents-before-carrier');
  return CHANGEABLE.has(shipment.status)
    ? undefined
    : problem('contents-too-late', { ...facts, status: shipment.status });
}

/** Everything that can be said about a change of contents before Amazon is asked (R88). */
export function checkContentChange(
  plan: InboundPlan,
  shipment: PlanShipment,
  boxes: readonly ChangedBox[],
): Findings {
  const stays = whyContentsStay(plan, shipment);
  if (stays) return blocking(stays);
  const facts = { shipment: shipment.confirmationId ?? shipment.id };
  if (boxes.length === 0) return blocking(problem('shipment-emptied', facts));
  const planned = boxes.map((box) => asPlanned(box, shipment.id));
  const isSame = boxesUnlike(planned, shipment.boxes).length === 0;
  if (isSame && boxes.length === shipment.boxes.length)
    return blocking(problem('contents-unchanged', facts));
  return gather(
    ...strangers(plan, shipment, boxes),
    checkEachBox(plan, planned),
    ...tolerances(shipment).map((tolerance) => checkTolerance(tolerance, boxes)),
  );
}

function strangers(
  plan: InboundPlan,
  shipment: PlanShipment,
  boxes: readonly ChangedBox[],
): Findings[] {
  const known = new Set(shipment.items.map(({ sku }) => sku));
  const ofPlan = new Set(plan.lines.map(lineKey));
  const found = boxes.flatMap(({ items }) => items.filter(({ sku }) => !known.has(sku)));
  // A date that the plan does not have is told of the box.
  return [...new Set(found.filter((item) => ofPlan.has(lineKey(item))).map(({ sku }) => sku))].map(
    (sku) => blocking(problem('contents-new-sku', { sku })),
  );
}

function checkTolerance(tolerance: Tolerance, boxes: readonly ChangedBox[]): Findings {
  const { sku, confirmed, safe, most } = tolerance;
  const units = unitsOf(sku, boxes);
  const change = Math.abs(units - confirmed);
  const facts = { sku, was: confirmed, is: units };
  if (change > most) return blocking(problem('contents-beyond-limit', { ...facts, most }));
  return warning(change > safe ? problem('contents-beyond-six', { ...facts, safe }) : undefined);
}

/** Units of a SKU in some boxes. */
export function unitsOf(sku: string, boxes: readonly ChangedBox[]): number {
  return boxes
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + (item.sku === sku ? item.quantity : 0), 0);
}

export function asPlanned(box: ChangedBox, groupId: string): PlannedBox {
  const { dimensions, weight, items } = box;
  const measures = { ...optional('dimensions', dimensions), ...optional('weight', weight) };
  return { groupId, copies: 1, ...measures, items };
}

/** How much more or less the carrier asks; undefined where Amazon charges nothing. */
export function priceOfChange(
  { transport }: PlanShipment,
  preview: Pick<ContentPreview, 'transport'>,
): Money | undefined {
  const { cost } = preview.transport;
  if (!cost) return undefined;
  const before = transport?.cost;
  return before ? addMoney(cost, money(-before.minor, before.currency)) : cost;
}

/** What the seller agreed to: a preview, and the amount on the button where there was one. */
export type ContentConsent = { readonly preview: ContentPreview; readonly agreed?: Money };

/** R89: whether a change may be confirmed as it was shown. */
export function checkContentConsent(
  plan: InboundPlan,
  shipment: PlanShipment,
  { preview, agreed }: ContentConsent,
  now: Instant,
): Findings {
  const price = priceOfChange(shipment, preview);
  return blocking(
    whyContentsStay(plan, shipment),
    hasLapsed(preview.expiresAt, now) ? problem('contents-preview-expired') : undefined,
    price && price.minor !== agreed?.minor
      ? problem('freight-changed', {
          cost: preview.transport.cost?.minor ?? 0,
          currency: price.currency,
        })
      : undefined,
  );
}

/** The shipment with changed contents, as Amazon tells it, and with what it was when confirmed. */
export function withContents(
  before: PlanShipment,
  after: PlanShipment,
  transport: TransportOffer,
): PlanShipment {
  const confirmed = new Map(tolerances(before).map((each) => [each.sku, each.confirmed]));
  const voidable = transport.voidableUntil ?? before.transport?.voidableUntil;
  return {
    ...after,
    items: after.items.map((item) => ({
      ...item,
      ...optional('confirmed', confirmed.get(item.sku)),
    })),
    ...(before.transport && {
      transport: {
        ...before.transport,
        id: transport.id,
        ...optional('cost', transport.cost ?? before.transport.cost),
        ...optional('voidableUntil', voidable),
      },
    }),
  };
}
