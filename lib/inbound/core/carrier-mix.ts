import { problem, type Problem } from '#lib/kernel';
import { PARTNERED, SMALL_PARCEL } from './carrier-words.ts';
import type { TransportOffer } from './inbound-plan.ts';

/**
 * R80: parcels of one plan go with one carrier, pallets may differ; partnered and own carriers mix
 * only across modes, and only where every shipment could go with the partner (Amazon's inbound skill,
 * issue threads 4464 and 4731; checked 2026-11-23). `transport` is everything on offer.
 */
export function whyCarriersDoNotMix(
  chosen: readonly TransportOffer[],
  transport: readonly TransportOffer[],
): Problem | undefined {
  const parcels = chosen.filter(({ mode }) => mode === SMALL_PARCEL);
  if (new Set(parcels.map(carrierOf)).size > 1) {
    const isPartnered = parcels.every(({ solution }) => solution === PARTNERED);
    return problem(isPartnered ? 'partnered-carriers-differ' : 'parcel-carriers-differ');
  }
  const solutionsOf = (offers: readonly TransportOffer[]) =>
    new Set(offers.map(({ solution }) => solution)).size;
  if (solutionsOf(chosen) <= 1) return undefined;
  const modes = new Set(chosen.map(({ mode }) => mode));
  const isAcrossModes = [...modes].every(
    (mode) => solutionsOf(chosen.filter((offer) => offer.mode === mode)) === 1,
  );
  if (!isAcrossModes) return problem('solutions-mix-in-mode');
  const withoutPartner = chosen.find(
    ({ shipmentId }) =>
      !transport.some((offer) => offer.shipmentId === shipmentId && offer.solution === PARTNERED),
  );
  return withoutPartner && problem('mix-needs-partner-everywhere');
}

function carrierOf({ solution, carrierCode, carrierName }: TransportOffer): string {
  return `${solution} ${carrierCode ?? carrierName}`;
}
