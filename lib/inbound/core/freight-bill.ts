import { DAY, type Instant, problem } from '#lib/kernel';
import { PARTNERED } from './carrier-words.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import { isFreight } from './freight.ts';
import type { FreightBill, InboundPlan, PlanShipment } from './inbound-plan.ts';

const LONGEST = 64;

/** Followed by one number for all its pallets. */
export function goesByPro({ transport }: PlanShipment): boolean {
  return transport !== undefined && isFreight(transport.mode);
}

/** How many numbers a shipment is short of: one for a freight shipment, else one per box. */
export function lacksTracking(shipment: PlanShipment): number {
  if (goesByPro(shipment)) return shipment.freightBill ? 0 : 1;
  const without = shipment.boxes.filter(({ tracking }) => tracking === undefined).length;
  return shipment.boxes.length === 0 ? 1 : without;
}

/** R105, R106: one PRO in the letters that Amazon takes; carriers mostly give seven to ten digits. */
export function checkFreightBill(shipment: PlanShipment, bill: FreightBill): Findings {
  if (shipment.transport?.solution === PARTNERED) return blocking(problem('tracking-by-partner'));
  const at = `freight.${shipment.id}`;
  const { number, billOfLading = '' } = bill;
  const facts = { number, most: LONGEST };
  if (number === '') return blocking(problem('pro-needed', {}, `${at}.number`));
  return gather(
    blocking(
      number.length > LONGEST ? problem('pro-too-long', facts, `${at}.number`) : undefined,
      /^[a-zA-Z0-9-._ ]*$/.test(number)
        ? undefined
        : problem('pro-odd-sign', facts, `${at}.number`),
      billOfLading.length > LONGEST
        ? problem('pro-too-long', { ...facts, number: billOfLading }, `${at}.billOfLading`)
        : undefined,
    ),
    warning(
      /^\d{7,10}$/.test(number.replaceAll(/[-. ]/g, ''))
        ? undefined
        : problem('pro-unusual', { number }, `${at}.number`),
    ),
  );
}

/** R108: hours that Amazon may take to recognise a number (fulfillmentInbound model, 2026-11-23). */
const PATIENCE: number = DAY;

/** Until when Amazon should have recognised the numbers it does not know yet. */
export function recognisedBy({ trackedAt, boxes }: PlanShipment): Instant | undefined {
  if (trackedAt === undefined || !boxes.some(isUnknown)) return undefined;
  return trackedAt + PATIENCE;
}

function isUnknown({ trackingStatus }: PlanShipment['boxes'][number]): boolean {
  return trackingStatus === 'NOT_VALIDATED';
}

/** The shipments with numbers that Amazon has not recognised within a day, and how many. */
export function unrecognised(
  plan: InboundPlan,
  now: Instant,
): { readonly shipment: PlanShipment; readonly boxIds: readonly string[] }[] {
  return plan.shipments.flatMap((shipment) => {
    const until = recognisedBy(shipment);
    if (until === undefined || now <= until) return [];
    return [{ shipment, boxIds: shipment.boxes.filter(isUnknown).map(({ boxId = '' }) => boxId) }];
  });
}

/** R108 in words for the page of the plan. */
export function checkRecognised(plan: InboundPlan, now: Instant): Findings {
  return warning(
    ...unrecognised(plan, now).map(({ shipment, boxIds }) =>
      problem(
        'tracking-not-recognised',
        { shipment: shipment.confirmationId ?? shipment.id, count: boxIds.length },
        `shipments.${shipment.id}`,
      ),
    ),
  );
}
