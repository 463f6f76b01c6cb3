import {
  convertLength,
  convertWeight,
  dateOfEpochDay,
  epochDayOf,
  type Length,
  problem,
  type Problem,
} from '#lib/kernel';
import { daysBetween } from './days.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import type { Freight, InboundPlan, Pallet, ShipmentFreight } from './inbound-plan.ts';
import { palletLimits, type PalletLimits } from './pallet-limits.ts';

/** Pallets and truck loads, as against parcels. */
export function isFreight(mode: string): boolean {
  return mode.startsWith('FREIGHT_');
}

// Freight classes that Amazon knows (fulfillmentInbound 2024-03-20), with the lowest density in
// pounds per cubic foot that the NMFC's general guideline gives for each (checked 2026-11-23).
const CLASSES = [
  ['FC_50', 50],
  ['FC_55', 35],
  ['FC_60', 30],
  ['FC_65', 22.5],
  ['FC_70', 15],
  ['FC_77_5', 13.5],
  ['FC_85', 12],
  ['FC_92_5', 10.5],
  ['FC_100', 9],
  ['FC_110', 8],
  ['FC_125', 7],
  ['FC_150', 6],
  ['FC_175', 5],
  ['FC_200', 4],
  ['FC_250', 3],
  ['FC_300', 2],
  ['FC_400', 1],
  ['FC_500', 0],
] as const;
export type FreightClass = (typeof CLASSES)[number][0];
export const FREIGHT_CLASSES: readonly FreightClass[] = CLASSES.map(([name]) => name);

const CUBIC_INCHES_PER_FOOT = 1_728;

/** Pounds per cubic foot over all pallets; undefined while one has no size or weight. */
export function freightDensity(pallets: readonly Pallet[]): number | undefined {
  let pounds = 0;
  let feet = 0;
  for (const { count, dimensions, weight } of pallets) {
    if (!dimensions || !weight) return undefined;
    const inches = (amount: number) => convertLength({ amount, unit: dimensions.unit }, 'IN', 4);
    const { length, width, height } = dimensions;
    feet += (count * inches(length) * inches(width) * inches(height)) / CUBIC_INCHES_PER_FOOT;
    pounds += count * convertWeight(weight, 'LB', 4);
  }
  return feet > 0 ? pounds / feet : undefined;
}

/** The class that the density speaks for; the carrier has the last word. */
export function freightClassOf(pallets: readonly Pallet[]): FreightClass | undefined {
  const density = freightDensity(pallets);
  if (density === undefined) return undefined;
  return CLASSES.find(([, least]) => density >= least)?.[0];
}

/** Days that the partner wants between asking and pickup (v0 FreightReadyDate, 2026-11-23). */
const DAYS_TO_PICKUP = 2;
/** R76: pallets of one partnered shipment and boxes of one LTL shipment (checked 2026-11-23). */
const MOST_PALLETS = 26;
const MOST_BOXES = 5_000;
const MOST_OF_A_KIND = 10_000;

/** The first day on which a partner picks pallets up. */
export function firstFreightDay(today: string): string {
  return dateOfEpochDay(epochDayOf(today) + DAYS_TO_PICKUP);
}

/** The partner quotes for pallets; without any, only own carriers are asked for. */
export function asksPartner(freight: Freight): boolean {
  return freight.shipments.some(({ pallets }) => pallets.length > 0);
}

/** Whether carriers can be asked for these pallets (R72 to R74), and what a dock would refuse. */
export function checkFreight(
  plan: InboundPlan,
  freight: Freight,
  days: { readonly shipDate: string; readonly today: string },
): Findings {
  if (!asksPartner(freight)) return warning(problem('freight-own-carriers-only'));
  const limits = palletLimits(plan.marketplaceId);
  const tooSoon = (daysBetween(days.today, days.shipDate) ?? 0) < DAYS_TO_PICKUP;
  const first = firstFreightDay(days.today);
  return gather(
    blocking(
      tooSoon ? problem('freight-date-too-soon', { first }, 'shipDate') : undefined,
      ...checkContact(freight),
    ),
    ...plan.shipments.map((shipment, index) => {
      const own = freight.shipments.find(({ shipmentId }) => shipmentId === shipment.id);
      const at = `shipments.${index}`;
      if (!own || own.pallets.length === 0)
        return blocking(problem('pallets-needed', { shipment: shipment.warehouseId ?? '' }, at));
      return gather(
        blocking(...checkGoods(own, at)),
        checkPallets(own.pallets, { boxes: shipment.boxes.length, limits, at }),
      );
    }),
  );
}

/** Whether pallets are told completely, and what of them a dock would refuse (R76, R118). */
export function checkPallets(
  pallets: readonly Pallet[],
  around: { readonly boxes: number; readonly limits: PalletLimits; readonly at: string },
): Findings {
  const { boxes, limits, at } = around;
  return gather(
    ...pallets.map((pallet, row) => checkPallet(pallet, limits, `${at}.pallets.${row}`)),
    checkCounts(pallets, boxes, at),
  );
}

// R74: the partner calls before the truck comes.
function checkContact({ contact }: Freight): (Problem | undefined)[] {
  const { name = '', phoneNumber = '', email = '' } = contact ?? {};
  return [
    name.trim() === '' ? problem('required', {}, 'contact.name') : undefined,
    phoneNumber.trim() === '' ? problem('required', {}, 'contact.phoneNumber') : undefined,
    /^\S+@\S+\.\S+$/.test(email) ? undefined : problem('email-needed', {}, 'contact.email'),
  ];
}

// R74: what the goods are worth, and a class that Amazon knows.
function checkGoods(own: ShipmentFreight, at: string): (Problem | undefined)[] {
  const { declaredValue, freightClass } = own;
  return [
    declaredValue === undefined || declaredValue.minor <= 0
      ? problem('declared-value-needed', {}, `${at}.declaredValue`)
      : undefined,
    FREIGHT_CLASSES.some((known) => known === freightClass)
      ? undefined
      : problem('freight-class-needed', {}, `${at}.freightClass`),
  ];
}

function checkPallet(pallet: Pallet, limits: PalletLimits, at: string): Findings {
  const { count, dimensions, weight } = pallet;
  const isCounted = Number.isSafeInteger(count) && count >= 1 && count <= MOST_OF_A_KIND;
  return gather(
    blocking(
      isCounted ? undefined : problem('pallet-count-needed', {}, `${at}.count`),
      dimensions === undefined ? problem('required', {}, `${at}.height`) : undefined,
      weight === undefined ? problem('required', {}, `${at}.weight`) : undefined,
    ),
    warning(...overLimits(pallet, limits, at)),
  );
}

// R118: what is refused at the dock; Amazon takes the figures all the same.
function overLimits({ dimensions, weight }: Pallet, limits: PalletLimits, at: string) {
  const found: Problem[] = [];
  const inUnit = (length: Length) => convertLength(length, limits.unit);
  const { unit } = limits;
  if (dimensions) {
    const side = (amount: number) => inUnit({ amount, unit: dimensions.unit });
    const most = inUnit(limits.maxHeight);
    const height = side(dimensions.height);
    if (height > most)
      found.push(problem('pallet-too-high', { height, most, unit }, `${at}.height`));
    const [long, short] = limits.deck;
    const [a, b] = [side(dimensions.length), side(dimensions.width)];
    if (Math.max(a, b) > Math.max(long, short) || Math.min(a, b) > Math.min(long, short))
      found.push(problem('pallet-overhangs', { long, short, unit }, `${at}.length`));
  }
  if (weight) {
    const most = convertWeight(limits.maxWeight, limits.maxWeight.unit);
    const weighs = convertWeight(weight, limits.maxWeight.unit);
    const facts = { weighs, most, unit: limits.maxWeight.unit };
    if (weighs > most) found.push(problem('pallet-too-heavy', facts, `${at}.weight`));
  }
  return found;
}

function checkCounts(pallets: readonly Pallet[], boxes: number, at: string): Findings {
  const count = pallets.reduce((sum, pallet) => sum + pallet.count, 0);
  const loaded = pallets.reduce((sum, pallet) => sum + pallet.count * pallet.boxes, 0);
  return warning(
    count > MOST_PALLETS ? problem('many-pallets', { count, most: MOST_PALLETS }, at) : undefined,
    boxes > MOST_BOXES
      ? problem('many-boxes-in-freight', { count: boxes, most: MOST_BOXES }, at)
      : undefined,
    loaded === boxes ? undefined : problem('boxes-not-on-pallets', { loaded, boxes }, at),
  );
}
