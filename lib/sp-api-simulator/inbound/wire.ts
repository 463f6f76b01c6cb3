import { marketplaceById, money, toDecimal } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type { BoxRun, PlanItem, Shipment, ShipmentContent } from './entities.ts';
import type { ItemInput } from './schemas.ts';

/** An item as Amazon shows it. */
export function itemWire(item: PlanItem, quantity = item.quantity): Record<string, unknown> {
  return {
    asin: item.asin,
    ...(item.expiration ? { expiration: item.expiration } : {}),
    fnsku: item.fnsku,
    labelOwner: item.labelOwner,
    ...(item.manufacturingLotCode ? { manufacturingLotCode: item.manufacturingLotCode } : {}),
    msku: item.msku,
    prepInstructions: item.prepTypes.map((prepType) => ({
      prepOwner: prepType === 'ITEM_LABELING' ? item.labelOwner : item.prepOwner,
      prepType,
    })),
    quantity,
  };
}

export type PhysicalBox = { readonly run: BoxRun; readonly number: number };

/** The boxes one by one. */
export function boxesOf(runs: readonly BoxRun[]): PhysicalBox[] {
  return runs.flatMap((run) =>
    Array.from({ length: run.count }, (_, offset) => ({ run, number: run.first + offset })),
  );
}

export function packageId(turn: Turn, box: PhysicalBox): string {
  return turn.dice.id('pk', box.run.series, String(box.number));
}

type BoxContext = {
  readonly items: ReadonlyMap<string, PlanItem>;
  readonly boxId?: string | undefined;
  readonly region?: { readonly countryCode: string; readonly warehouseId: string } | undefined;
};

export function boxWire(turn: Turn, box: PhysicalBox, context: BoxContext): object {
  const { box: input } = box.run;
  return {
    ...(context.boxId ? { boxId: context.boxId } : {}),
    contentInformationSource: input.contentInformationSource,
    ...(context.region ? { destinationRegion: context.region } : {}),
    dimensions: input.dimensions,
    ...(context.boxId
      ? { externalContainerIdentifier: context.boxId, externalContainerIdentifierType: 'AMAZON' }
      : {}),
    items: (input.items ?? []).flatMap((item) => {
      const known = context.items.get(item.msku);
      return known ? [itemWire(known, item.quantity)] : [];
    }),
    packageId: packageId(turn, box),
    quantity: 1,
    weight: input.weight,
  };
}

/** A box has its id once transportation is confirmed, not before: "FBA199DN1ZLPU000001". */
export function boxIdAt(
  shipment: Pick<Shipment, 'transport' | 'confirmationId'>,
  content: Pick<ShipmentContent, 'numbers'>,
  index: number,
): string | undefined {
  if (!shipment.transport || !shipment.confirmationId) return undefined;
  const number = content.numbers?.[index] ?? index + 1;
  return `${shipment.confirmationId}U${String(number).padStart(6, '0')}`;
}

/** The ids of all boxes of a shipment whose transportation is confirmed. */
export function boxIdsOf(shipment: Shipment, content: ShipmentContent | undefined): string[] {
  if (!content) return [];
  return boxesOf(content.runs).flatMap((_, index) => boxIdAt(shipment, content, index) ?? []);
}

export function byMsku(items: readonly PlanItem[]): Map<string, PlanItem> {
  return new Map(items.map((item) => [item.msku, item]));
}

/** Units per SKU in boxes whose content is told. */
export function unitsIn(runs: readonly BoxRun[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const run of runs)
    for (const item of run.box.items ?? [])
      units.set(item.msku, (units.get(item.msku) ?? 0) + item.quantity * run.count);
  return units;
}

/** How Amazon writes an item in its messages about quantities (#3951). */
export function itemWords(item: Omit<ItemInput, 'quantity'>): string {
  return (
    `Item(msku=${item.msku}, mlc=${item.manufacturingLotCode ?? 'null'}, ` +
    `expiration=${item.expiration ?? 'null'}, labelOwner=${item.labelOwner}, ` +
    `prepOwner=${item.prepOwner}, isQtyKnown=true)`
  );
}

export function currencyOf(marketplaceId: string): string {
  return marketplaceById(marketplaceId)?.currency ?? 'USD';
}

export function moneyWire(minor: number, currency: string): { amount: number; code: string } {
  return { amount: toDecimal(money(minor, currency)), code: currency };
}
