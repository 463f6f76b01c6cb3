import { z } from 'zod';

import { badRequest, NO_CONTENT, notFound } from '../answer.ts';
import { handler } from '../call.ts';
import { Timestamp } from '../inbound/schemas.ts';
import type { Turn } from '../turn.ts';
import type { Order, OrderPackage } from './entities.ts';
import { expectScans, refuseTracking } from './carrier.ts';
import { isOpen, statusOf } from './life.ts';

const Confirmation = z.object({
  marketplaceId: z.string().min(1),
  codCollectionMethod: z.enum(['DirectPayment']).optional(),
  packageDetail: z.object({
    packageReferenceId: z.string(),
    carrierCode: z.string().min(1),
    carrierName: z.string().optional(),
    shippingMethod: z.string().optional(),
    trackingNumber: z.string().min(1),
    shipDate: Timestamp,
    shipFromSupplySourceId: z.string().optional(),
    orderItems: z
      .array(z.object({ orderItemId: z.string(), quantity: z.number().int().min(1) }))
      .min(1),
  }),
});
type PackageInput = z.infer<typeof Confirmation>['packageDetail'];

const confirmShipment = handler(
  'orders-v0',
  'confirmShipment',
  { body: Confirmation },
  (turn, { body, seller, parameters }) => {
    const order = turn.world.read('order', parameters['orderId'] ?? '');
    if (order?.sellerId !== seller.id) return notFound('The order was not found.');
    const refusal = confirmPackage(turn, order, body.packageDetail);
    return refusal === undefined ? NO_CONTENT : badRequest('orders-v0', refusal);
  },
);

export const CONFIRM_HANDLERS = [confirmShipment];

/** Puts a package on an order, or edits the one with that reference; says why not, where it cannot. */
export function confirmPackage(turn: Turn, order: Order, input: PackageInput): string | undefined {
  if (!/^[1-9]\d*$/.test(input.packageReferenceId))
    return 'PackageReferenceId: is invalid, must be a positive numeric value.';
  if (input.carrierCode === 'Other' && !input.carrierName)
    return 'carrierName is required when carrierCode is Other.';
  const strange = input.orderItems.some(
    ({ orderItemId }) => !order.lines.some(({ itemId }) => itemId === orderItemId),
  );
  if (strange)
    return 'OrderItemId  is invalid, please obtain the value through the getOrderItems API or Manage Orders page';
  const tracking = refuseTracking(input.carrierCode, input.trackingNumber);
  if (tracking !== undefined) return tracking;
  const known = order.packages.find(({ reference }) => reference === input.packageReferenceId);
  if (!known && !isOpen(order)) return ALREADY;
  if (order.status === 'CANCELLED') return ALREADY;
  const edited: OrderPackage = {
    reference: input.packageReferenceId,
    carrier: input.carrierName ?? input.carrierCode,
    ...(input.shippingMethod ? { service: input.shippingMethod } : {}),
    tracking: input.trackingNumber,
    shippedAt: input.shipDate,
    createdAt: known?.createdAt ?? turn.now,
    ...(known?.tracking === input.trackingNumber ? scansOf(known) : {}),
    items: input.orderItems.map(({ orderItemId, quantity }) => ({ itemId: orderItemId, quantity })),
  };
  const packages = [...order.packages.filter((each) => each !== known), edited];
  const lines = order.lines.map((line) => ({ ...line, fulfilled: unitsIn(packages, line.itemId) }));
  if (lines.some((line) => line.fulfilled > line.ordered - line.cancelled)) return ALREADY;
  turn.world.put('order', {
    ...order,
    packages,
    lines,
    status: statusOf(lines, order.status),
    updatedAt: turn.now,
  });
  if (known?.tracking !== edited.tracking) expectScans(turn, order, edited, input.carrierCode);
  return undefined;
}

function scansOf({ scan, scannedAt }: OrderPackage): Pick<OrderPackage, 'scan' | 'scannedAt'> {
  return { ...(scan ? { scan } : {}), ...(scannedAt === undefined ? {} : { scannedAt }) };
}

function unitsIn(packages: readonly OrderPackage[], itemId: string): number {
  return packages
    .flatMap(({ items }) => items)
    .filter((item) => item.itemId === itemId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

// What Amazon says to a package too many (#5037).
const ALREADY =
  'Failed to create package due to not finding a matching package or order already fulfilled.';
