import type { CostSheet, ShippedBox } from '#lib/costing';
import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { toJson, transaction, type Tx } from '#lib/db';
import {
  marketplaceById,
  type Money,
  money,
  ok,
  optional,
  problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { listingsBySku } from '#lib/listings/server';
import {
  boxesToPrice,
  type FirstLegBill,
  gramsOfBoxes,
  readBill,
  sheetOfBill,
  type TypedBill,
} from '../core/first-leg-bill.ts';
import type { InboundPlan, PlanShipment } from '../core/inbound-plan.ts';
import { loadPlan } from '../store.ts';

/** What is known of the cost of one shipment; `version` is what its form names when it is sent. */
export type ShipmentCosts = {
  readonly shipment: PlanShipment;
  readonly boxes: readonly ShippedBox[];
  readonly version: number;
  readonly bill?: FirstLegBill;
  readonly sheet?: Result<CostSheet>;
};

export type PlanCosts = {
  readonly currency: string;
  readonly shipments: readonly ShipmentCosts[];
  /** the boxes of a plan that has no shipments yet, for quotes */
  readonly boxes: readonly ShippedBox[];
};

/** The first-leg costs of a plan's shipments, with what each SKU bears of them. */
export async function planCosts(context: Context, planId: string): Promise<Result<PlanCosts>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { plan } = stored;
  const currency = currencyOf(plan);
  const [rows, values] = await Promise.all([
    context.db.firstLegBill.findMany({
      where: { planId, workspaceId: context.workspaceId },
      select: { shipmentId: true, bill: true, version: true },
    }),
    valuesOf(context, plan, currency),
  ]);
  const known = new Map(rows.map((row) => [row.shipmentId, row]));
  const shipments = plan.shipments.map((shipment): ShipmentCosts => {
    const row = known.get(shipment.id);
    const own = { shipment, boxes: boxesToPrice(shipment.boxes), version: row?.version ?? 0 };
    if (!row) return own;
    const bill = asBill(row.bill);
    return {
      ...own,
      bill,
      sheet: sheetOfBill(bill, { plan, shipment }, { currency, values }),
    };
  });
  return ok({ currency, shipments, boxes: plan.shipments.length > 0 ? [] : plannedBoxes(plan) });
}

export type SaveFirstLegInput = {
  readonly planId: string;
  readonly shipmentId: string;
  readonly version: number;
  readonly typed: TypedBill;
};

/** Keeps what was paid for a shipment, and what each of its SKUs bears of it. */
export async function saveFirstLegCosts(
  context: Context,
  { planId, shipmentId, version, typed }: SaveFirstLegInput,
): Promise<Result<{ readonly planId: string; readonly version: number }>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'edit-plans');
  if (notAllowed) return refuse(notAllowed);
  const { plan } = stored;
  const shipment = plan.shipments.find(({ id }) => id === shipmentId);
  if (!shipment) return refuse(problem('shipment-not-found'));
  const currency = currencyOf(plan);
  const bill = readBill(typed, currency);
  if (!bill.ok) return bill;
  const values = await valuesOf(context, plan, currency);
  const sheet = sheetOfBill(bill.value, { plan, shipment }, { currency, values });
  if (!sheet.ok) return sheet;
  const kept = { plan, shipment, bill: bill.value, sheet: sheet.value, version };
  return transaction(context.db, (tx) => keepBill(tx, context, kept));
}

type Kept = {
  readonly plan: InboundPlan;
  readonly shipment: PlanShipment;
  readonly bill: FirstLegBill;
  readonly sheet: CostSheet;
  readonly version: number;
};

async function keepBill(
  tx: Tx,
  context: Context,
  { plan, shipment, bill, sheet, version }: Kept,
): Promise<Result<{ readonly planId: string; readonly version: number }>> {
  const key = { planId: plan.id, shipmentId: shipment.id };
  const before = await tx.firstLegBill.findUnique({
    where: { planId_shipmentId: key, workspaceId: context.workspaceId },
  });
  if ((before?.version ?? 0) !== version) return refuse(problem('plan-changed'));
  const { workspaceId, connection } = context;
  const data = {
    forwarder: bill.forwarder,
    way: bill.way,
    fromCountry: plan.shipFrom?.countryCode ?? '',
    warehouseId: shipment.warehouseId ?? '',
    bill: toJson(bill),
    currency: sheet.total.currency,
    totalMinor: BigInt(sheet.total.minor),
    units: sheet.lines.reduce((sum, { units }) => sum + units, 0),
    grams: gramsOfBoxes(boxesToPrice(shipment.boxes)),
    updatedAt: new Date(context.clock.now()),
  };
  const place = { workspaceId, connectionId: connection.id, marketplaceId: plan.marketplaceId };
  if (before) {
    // Somebody else's save of the same version ends here, once this one is through.
    const { count } = await tx.firstLegBill.updateMany({
      where: { ...key, workspaceId, version },
      data: { ...data, version: version + 1 },
    });
    if (count === 0) return refuse(problem('plan-changed'));
  } else {
    const { count } = await tx.firstLegBill.createMany({
      data: [{ ...key, ...place, ...data }],
      skipDuplicates: true,
    });
    if (count === 0) return refuse(problem('plan-changed'));
  }
  await tx.firstLegCost.deleteMany({ where: { ...key, workspaceId } });
  await tx.firstLegCost.createMany({
    data: sheet.lines.map(({ sku, units, total }) => ({
      ...key,
      ...place,
      sku,
      units,
      totalMinor: BigInt(total.minor),
      currency: total.currency,
    })),
  });
  await writeAudit(tx, context, {
    objectType: 'inbound-plan',
    objectId: plan.id,
    verb: 'save-first-leg-costs',
    before: before?.bill,
    after: { shipment: shipment.id, ...bill },
  });
  return ok({ planId: plan.id, version: version + 1 });
}

/** What the first leg of a unit has cost, over all shipments whose bill is known. */
export type CostOfSku = {
  readonly sku: string;
  readonly units: number;
  readonly shipments: number;
  readonly total: Money;
  /** in ten-thousandths of the minor unit */
  readonly perUnit: number;
};

/** First-leg cost of SKUs of the connection in one store; those never billed are left out. */
export async function firstLegCostsOfSkus(
  context: Pick<Context, 'db' | 'workspaceId' | 'connection'>,
  { marketplaceId, skus }: { readonly marketplaceId: string; readonly skus: readonly string[] },
): Promise<readonly CostOfSku[]> {
  const rows = await context.db.firstLegCost.groupBy({
    by: ['sku', 'currency'],
    where: {
      workspaceId: context.workspaceId,
      connectionId: context.connection.id,
      marketplaceId,
      sku: { in: [...skus] },
      units: { gt: 0 },
    },
    _sum: { units: true, totalMinor: true },
    _count: true,
    orderBy: { sku: 'asc' },
  });
  return rows.map(({ sku, currency, _sum, _count }) => {
    const units = _sum.units ?? 0;
    const minor = Number(_sum.totalMinor ?? 0);
    return {
      sku,
      units,
      shipments: _count,
      total: money(minor, currency),
      perUnit: Math.round((minor * 10_000) / units),
    };
  });
}

/** What a unit is worth where a charge is split by value: its listed price, as far as there is one. */
async function valuesOf(
  context: Context,
  plan: InboundPlan,
  currency: string,
): Promise<ReadonlyMap<string, Money>> {
  const listings = await listingsBySku(
    context,
    { connectionId: context.connection.id, marketplaceId: plan.marketplaceId },
    plan.lines.map(({ sku }) => sku),
  );
  return new Map(
    listings.flatMap(({ sku, price }) =>
      price?.currency === currency ? [[sku, price] as const] : [],
    ),
  );
}

function plannedBoxes(plan: InboundPlan): ShippedBox[] {
  return plan.boxes.flatMap(({ dimensions, weight, copies, items }) =>
    boxesToPrice([
      {
        packageId: '',
        items,
        ...optional('dimensions', dimensions),
        ...optional('weight', weight),
      },
    ]).map((box) => ({ ...box, copies })),
  );
}

function currencyOf(plan: InboundPlan): string {
  return marketplaceById(plan.marketplaceId)?.currency ?? 'USD';
}

// Written by `keepBill` alone.
function asBill(bill: unknown): FirstLegBill {
  return bill as FirstLegBill;
}
