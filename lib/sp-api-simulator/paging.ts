import { HOUR } from '#lib/kernel';

import { type Answer, badRequest } from './answer.ts';
import { digestOf } from './hash.ts';
import type { Turn } from './turn.ts';

type Request = {
  readonly api: string;
  readonly operation: string;
  readonly sellerId: string;
  readonly filters: string;
  readonly pageSize: number;
  readonly token: string | undefined;
  readonly lifetimeMs?: number;
};

export type Page<T> = { readonly items: readonly T[]; readonly nextToken?: string };

type Ticket = {
  readonly scope: string;
  readonly snapshot: string;
  readonly offset: number;
  readonly issuedAt: number;
};

/**
 * One page of a list. A token fits only the operation, the seller and the filters it was given for.
 * A list that is long to make is given as how to make it: later pages come from what was kept.
 */
export function pageOf<T>(
  turn: Turn,
  request: Request,
  items: readonly T[] | (() => readonly T[]),
): { readonly page: Page<T> } | { readonly answer: Answer } {
  const make = () => (typeof items === 'function' ? items() : items);
  const scope = digestOf([request.operation, request.sellerId, request.filters]).slice(0, 24);
  if (request.token === undefined || request.token === '')
    return { page: cut(turn, request, make(), { scope, offset: 0 }) };
  const ticket = readTicket(turn, request.token);
  if (ticket?.scope !== scope)
    return { answer: badRequest(request.api, 'The pagination token is not valid.') };
  if (turn.now > ticket.issuedAt + (request.lifetimeMs ?? HOUR))
    return { answer: badRequest(request.api, 'The pagination token has expired.') };
  const kept = turn.snapshots.find(ticket.snapshot) as readonly T[] | undefined;
  return {
    page: cut(turn, request, kept ?? make(), {
      scope,
      offset: ticket.offset,
      snapshot: ticket.snapshot,
    }),
  };
}

function cut<T>(
  turn: Turn,
  request: Request,
  items: readonly T[],
  from: { readonly scope: string; readonly offset: number; readonly snapshot?: string },
): Page<T> {
  const end = from.offset + request.pageSize;
  const page = items.slice(from.offset, end);
  if (end >= items.length) return { items: page };
  const snapshot = from.snapshot ?? turn.dice.hex('snapshot', from.scope, String(turn.now));
  turn.snapshots.keep(snapshot, items);
  const ticket: Ticket = { scope: from.scope, snapshot, offset: end, issuedAt: turn.now };
  return { items: page, nextToken: turn.dice.seal(JSON.stringify(ticket)) };
}

function readTicket(turn: Turn, token: string): Ticket | undefined {
  const text = turn.dice.unseal(token);
  if (text?.startsWith('{"scope"') !== true) return undefined;
  return JSON.parse(text) as Ticket;
}
