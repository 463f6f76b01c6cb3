import { z } from 'zod';

import { type Answer, badRequest, notFound } from '../answer.ts';
import { type Call, one, whole } from '../call.ts';
import { type Page, pageOf } from '../paging.ts';
import { startOperation } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { Plan, Shipment } from './entities.ts';

export function refused(message: string, details = ''): Answer {
  return badRequest('inbound', `ERROR: ${message}`, details);
}

type AnyCall<Q, B> = Call<Q, B>;

/** Runs with the seller's plan from the path; a malformed id is a 400, an unknown or foreign one a 404. */
export function withPlan<Q, B>(
  act: (turn: Turn, call: AnyCall<Q, B>, plan: Plan) => Answer,
): (turn: Turn, call: AnyCall<Q, B>) => Answer {
  return (turn, call) => {
    for (const [name, id] of Object.entries(call.parameters)) {
      if (!isIdentifier(name, id)) return malformed(name, id);
    }
    const id = call.parameters['inboundPlanId'] ?? '';
    if (turn.quirks.has('awdPlanInList') && id === awdPlanId(turn, call.seller.id)) return AWD;
    const plan = turn.world.read('plan', id);
    if (plan?.sellerId !== call.seller.id) return notFound('The inbound plan was not found.');
    return act(turn, call, plan);
  };
}

/** As `withPlan`, for a plan that may still be written to. */
export function withOpenPlan<Q, B>(
  name: string,
  act: (turn: Turn, call: AnyCall<Q, B>, plan: Plan) => Answer,
): (turn: Turn, call: AnyCall<Q, B>) => Answer {
  return withPlan((turn, call, plan) => {
    if (plan.status === 'VOIDED') return cancelled(name);
    return act(turn, call, plan);
  });
}

export function withShipment<Q, B>(
  act: (turn: Turn, call: AnyCall<Q, B>, shipment: Shipment) => Answer,
): (turn: Turn, call: AnyCall<Q, B>) => Answer {
  return withPlan((turn, call, plan) => {
    const shipment = turn.world.read('shipment', call.parameters['shipmentId'] ?? '');
    if (shipment?.planId !== plan.id) return notFound('The shipment was not found.');
    return act(turn, call, shipment);
  });
}

export function withOpenShipment<Q, B>(
  name: string,
  act: (turn: Turn, call: AnyCall<Q, B>, shipment: Shipment) => Answer,
): (turn: Turn, call: AnyCall<Q, B>) => Answer {
  return withShipment((turn, call, shipment) => {
    const plan = turn.world.read('plan', shipment.planId);
    if (plan?.status === 'VOIDED') return cancelled(name);
    return act(turn, call, shipment);
  });
}

/** Accepts a write on a plan. */
export function startOnPlan(
  turn: Turn,
  plan: { readonly id: string; readonly sellerId: string },
  name: string,
  payload: unknown,
): Answer {
  return startOperation(turn, { name, sellerId: plan.sellerId, subject: plan.id, payload });
}

export function pagingQuery(max: number) {
  return z.object({ pageSize: whole(1, max).optional(), paginationToken: one.optional() });
}
type PagingQuery = z.infer<ReturnType<typeof pagingQuery>>;

/** A page of an inbound list, or the refusal of its token. */
export function pageAnswer<T>(
  turn: Turn,
  call: Call<PagingQuery, unknown>,
  list: { readonly operation: string; readonly items: readonly T[] },
  show: (items: readonly T[]) => Record<string, unknown>,
): Answer {
  const paged = pageOf(
    turn,
    {
      api: 'inbound',
      operation: list.operation,
      sellerId: call.seller.id,
      filters: JSON.stringify([call.parameters, call.filters]),
      pageSize: call.query.pageSize ?? 10,
      token: call.query.paginationToken,
    },
    list.items,
  );
  if ('answer' in paged) return paged.answer;
  const { items, nextToken }: Page<T> = paged.page;
  return {
    status: 200,
    body: { ...show(items), ...(nextToken ? { pagination: { nextToken } } : {}) },
  };
}

/** The plan of Amazon Warehousing and Distribution that the quirk puts into every list. */
export function awdPlanId(turn: Turn, sellerId: string): string {
  return turn.dice.id('wf', 'awd', sellerId);
}

const AWD = refused(
  'This operation is not supported for Amazon Warehousing and Distribution inbound plans.',
);

function cancelled(name: string): Answer {
  return refused(`Operation ${name} is not allowed on a cancelled inbound plan.`);
}

function isIdentifier(name: string, id: string): boolean {
  const loose = name === 'deliveryWindowOptionId' || name === 'operationId' || name === 'slotId';
  return (loose ? /^[a-zA-Z0-9-]{36,38}$/ : /^[a-zA-Z0-9-]{38}$/).test(id);
}

function malformed(name: string, id: string): Answer {
  return badRequest(
    'inbound',
    `1 validation error detected: Value '${id.slice(0, 60)}' at '${name}' failed to satisfy ` +
      'constraint: Member must have length 38 and satisfy the pattern ^[a-zA-Z0-9-]*$',
  );
}
