import { DAY } from '#lib/kernel';
import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { type Call, handler, list, listOf, one, word } from '../call.ts';
import { pageOf } from '../paging.ts';
import type { Turn } from '../turn.ts';
import { centreOf } from './centres.ts';
import type { PlanItem, Shipment } from './entities.ts';
import { Timestamp } from './schemas.ts';
import { toldContents } from './told-contents.ts';
import { shipmentOf } from './v0-labels.ts';

const STATUSES = [
  'WORKING',
  'READY_TO_SHIP',
  'SHIPPED',
  'RECEIVING',
  'CANCELLED',
  'DELETED',
  'CLOSED',
  'ERROR',
  'IN_TRANSIT',
  'DELIVERED',
  'CHECKED_IN',
] as const;

const GetShipments = z.object({
  ShipmentStatusList: listOf(STATUSES).optional(),
  ShipmentIdList: list(999).optional(),
  LastUpdatedAfter: one.pipe(Timestamp).optional(),
  LastUpdatedBefore: one.pipe(Timestamp).optional(),
  QueryType: word(['SHIPMENT', 'DATE_RANGE', 'NEXT_TOKEN']),
  NextToken: one.optional(),
  MarketplaceId: one,
});
type ShipmentsQuery = z.infer<typeof GetShipments>;

const PAGE_SIZE = 50;

const getShipments = handler(
  'inbound-v0',
  'getShipments',
  { query: GetShipments },
  (turn, call) => {
    const { query } = call;
    const wrong = refuseQuery(turn, query);
    if (wrong) return wrong;
    const found = ownShipments(turn, call.seller.id, query.MarketplaceId).filter(
      (shipment) =>
        (query.ShipmentStatusList?.some((status) => matches(shipment, status)) ?? true) &&
        (query.QueryType === 'DATE_RANGE'
          ? isBetween(shipment.updatedAt, query)
          : (query.ShipmentIdList?.includes(shipment.confirmationId ?? '') ?? true)),
    );
    return v0Page(turn, call, { operation: 'getShipments', items: found }, (page) => ({
      ShipmentData: page.map((shipment) => shipmentV0(turn, shipment)),
    }));
  },
);

const getShipmentItemsByShipmentId = handler(
  'inbound-v0',
  'getShipmentItemsByShipmentId',
  { query: z.object({ MarketplaceId: one.optional() }) },
  (turn, { seller, parameters }) => {
    const shipment = shipmentOf(turn, seller.id, parameters['shipmentId'] ?? '');
    if (!shipment) return notFound('The shipment was not found.');
    return accepted({ payload: { ItemData: itemsV0(turn, shipment) } });
  },
);

const getShipmentItems = handler(
  'inbound-v0',
  'getShipmentItems',
  {
    query: GetShipments.pick({
      LastUpdatedAfter: true,
      LastUpdatedBefore: true,
      NextToken: true,
      MarketplaceId: true,
    }).extend({ QueryType: word(['DATE_RANGE', 'NEXT_TOKEN']) }),
  },
  (turn, call) => {
    const { query } = call;
    const wrong = refuseQuery(turn, query);
    if (wrong) return wrong;
    const items = ownShipments(turn, call.seller.id, query.MarketplaceId)
      .filter((shipment) => isBetween(shipment.updatedAt, query))
      .flatMap((shipment) => itemsV0(turn, shipment));
    return v0Page(turn, call, { operation: 'getShipmentItems', items }, (page) => ({
      ItemData: page,
    }));
  },
);

export const V0_SHIPMENT_HANDLERS = [getShipments, getShipmentItemsByShipmentId, getShipmentItems];

function refuseQuery(
  turn: Turn,
  query: Omit<ShipmentsQuery, 'ShipmentStatusList' | 'ShipmentIdList'> &
    Partial<Pick<ShipmentsQuery, 'ShipmentStatusList' | 'ShipmentIdList'>>,
): Answer | undefined {
  const say = (message: string) => badRequest('inbound-v0', message);
  if (query.QueryType === 'NEXT_TOKEN')
    return query.NextToken === undefined ? say('NextToken is required.') : undefined;
  if (query.QueryType === 'DATE_RANGE') {
    const [after, before] = [query.LastUpdatedAfter, query.LastUpdatedBefore];
    if (after === undefined || before === undefined)
      return say('LastUpdatedAfter and LastUpdatedBefore are required.');
    return after > before
      ? say('LastUpdatedAfter must not be after LastUpdatedBefore.')
      : undefined;
  }
  if (!query.ShipmentStatusList && !query.ShipmentIdList)
    return say('ShipmentStatusList or ShipmentIdList is required.');
  const unfilterable = turn.quirks.has('readyToShipUnfilterable');
  return unfilterable && query.ShipmentStatusList?.includes('READY_TO_SHIP') === true
    ? say('READY_TO_SHIP is not a valid value of ShipmentStatusList.')
    : undefined;
}

type Paged = { readonly NextToken?: string | undefined; readonly QueryType: string };

function v0Page<Q extends Paged, T>(
  turn: Turn,
  call: Call<Q, unknown>,
  list: { readonly operation: string; readonly items: readonly T[] },
  show: (page: readonly T[]) => object,
): Answer {
  const paged = pageOf(
    turn,
    {
      api: 'inbound-v0',
      operation: list.operation,
      sellerId: call.seller.id,
      // A follow-up call says NEXT_TOKEN and need not repeat what was asked for.
      filters: '',
      pageSize: PAGE_SIZE,
      token: call.query.QueryType === 'NEXT_TOKEN' ? call.query.NextToken : undefined,
      lifetimeMs: DAY,
    },
    list.items,
  );
  if ('answer' in paged) return paged.answer;
  const { items, nextToken } = paged.page;
  return accepted({ payload: { ...show(items), ...(nextToken ? { NextToken: nextToken } : {}) } });
}

function ownShipments(turn: Turn, sellerId: string, marketplaceId: string): Shipment[] {
  return turn.world
    .having('shipment', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('shipment', id) ?? [])
    .filter((each) => each.marketplaceId === marketplaceId && each.confirmationId !== undefined);
}

function matches(shipment: Shipment, status: (typeof STATUSES)[number]): boolean {
  return shipment.status === status;
}

function isBetween(
  at: number,
  query: Pick<ShipmentsQuery, 'LastUpdatedAfter' | 'LastUpdatedBefore'>,
): boolean {
  return (
    at >= (query.LastUpdatedAfter ?? 0) &&
    at <= (query.LastUpdatedBefore ?? Number.POSITIVE_INFINITY)
  );
}

function shipmentV0(turn: Turn, shipment: Shipment): object {
  const { source } = shipment;
  // The answer's own list of statuses has no READY_TO_SHIP, yet production sends it (#2063).
  const hidden = shipment.status === 'READY_TO_SHIP' && !turn.quirks.has('readyToShipUnfilterable');
  return {
    ShipmentId: shipment.confirmationId,
    ShipmentName: shipment.name,
    ShipFromAddress: {
      Name: source.name,
      AddressLine1: source.addressLine1,
      ...(source.addressLine2 ? { AddressLine2: source.addressLine2 } : {}),
      City: source.city,
      StateOrProvinceCode: source.stateOrProvinceCode ?? '',
      CountryCode: source.countryCode,
      PostalCode: source.postalCode.slice(0, 30),
    },
    DestinationFulfillmentCenterId: centreOf(shipment.centre).code,
    ShipmentStatus: hidden ? 'WORKING' : shipment.status,
    LabelPrepType: 'SELLER_LABEL',
    AreCasesRequired: false,
    ...toldContents(turn, shipment),
  };
}

function itemsV0(turn: Turn, shipment: Shipment): object[] {
  const items = turn.world.read('shipment-content', shipment.id)?.items ?? [];
  return items.map((item) => ({
    ShipmentId: shipment.confirmationId,
    SellerSKU: item.msku,
    FulfillmentNetworkSKU: item.fnsku,
    QuantityShipped: item.quantity,
    QuantityReceived: receivedOf(shipment, item),
    QuantityInCase: 0,
  }));
}

// Damaged units have been received as well, only not into sellable stock.
function receivedOf(shipment: Shipment, item: PlanItem): number {
  const receipt = shipment.receipts.find(({ msku }) => msku === item.msku);
  return (receipt?.received ?? 0) + (receipt?.damaged ?? 0);
}
