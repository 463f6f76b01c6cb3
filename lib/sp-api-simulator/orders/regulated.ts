import { z } from 'zod';

import { type Answer, badRequest, notFound } from '../answer.ts';
import { handler, type RawCall } from '../call.ts';
import type { Turn } from '../turn.ts';

// None of the orders here is picked up in a shop or waits for a prescription, so both are answered
// as Amazon answers for an order of another kind.
const updateShipmentStatus = handler(
  'orders-v0',
  'updateShipmentStatus',
  {
    body: z.object({
      marketplaceId: z.string().min(1),
      shipmentStatus: z.enum(['ReadyForPickup', 'PickedUp', 'RefusedPickup']),
      orderItems: z
        .array(
          z.object({ orderItemId: z.string().optional(), quantity: z.number().int().optional() }),
        )
        .optional(),
    }),
  },
  (turn, call) => refused(turn, call, 'Unsupported ShipmentStatus passed'),
);

const getOrderRegulatedInfo = handler('orders-v0', 'getOrderRegulatedInfo', {}, (turn, call) =>
  refused(turn, call, NOT_REGULATED),
);

const updateVerificationStatus = handler(
  'orders-v0',
  'updateVerificationStatus',
  {
    body: z.object({
      regulatedOrderVerificationStatus: z.object({
        status: z.enum(['Pending', 'Approved', 'Rejected', 'Expired', 'Cancelled']).optional(),
        externalReviewerId: z.string(),
        rejectionReasonId: z.string().optional(),
        verificationDetails: z.looseObject({}).optional(),
      }),
    }),
  },
  (turn, call) => refused(turn, call, NOT_REGULATED),
);

export const REGULATED_HANDLERS = [
  updateShipmentStatus,
  getOrderRegulatedInfo,
  updateVerificationStatus,
];

const NOT_REGULATED = 'The order has no regulated items.';

function refused(
  turn: Turn,
  { seller, parameters }: Pick<RawCall, 'seller' | 'parameters'>,
  why: string,
): Answer {
  const order = turn.world.read('order', parameters['orderId'] ?? '');
  if (order?.sellerId !== seller.id) return notFound('The order was not found.');
  return badRequest('orders-v0', why);
}
