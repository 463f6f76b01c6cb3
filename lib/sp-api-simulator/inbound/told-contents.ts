import { marketplaceById } from '#lib/kernel';
import type { Turn } from '../turn.ts';
import type { Shipment } from './entities.ts';

// Cents that Amazon takes to count a unit itself, and from October to December (checked 2026-11-23).
const FEES = { US: [15, 30], GB: [12, 12] } as const;

/** Where a shipment's contents were told, in the words of v0, and what it costs where nowhere. */
export function toldContents(turn: Turn, shipment: Shipment): object {
  const content = turn.world.read('shipment-content', shipment.id);
  const sources = new Set(content?.runs.map(({ box }) => box.contentInformationSource));
  if (sources.has('MANUAL_PROCESS')) {
    const units = content?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
    return { BoxContentsSource: 'NONE', ...estimate(turn, shipment.marketplaceId, units) };
  }
  return { BoxContentsSource: sources.has('BARCODE_2D') ? '2D_BARCODE' : 'INTERACTIVE' };
}

// The model knows no other currencies than these two.
function estimate(turn: Turn, marketplaceId: string, units: number): object {
  const { country, currency: CurrencyCode } = marketplaceById(marketplaceId) ?? {};
  if (country !== 'US' && country !== 'GB') return {};
  const [usual, fromOctober] = FEES[country];
  const cents = new Date(turn.now).getUTCMonth() >= 9 ? fromOctober : usual;
  return {
    EstimatedBoxContentsFee: {
      TotalUnits: units,
      FeePerUnit: { CurrencyCode, Value: cents / 100 },
      TotalFee: { CurrencyCode, Value: (cents * units) / 100 },
    },
  };
}
