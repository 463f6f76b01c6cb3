import { addMoney, type Instant, type Money, money, optional, sumMoney } from '#lib/kernel';
import type { InboundPlan } from './inbound-plan.ts';
import { netFee } from './placement.ts';

/** Taken, given back, or made another amount: what became of the placement fee or of freight. */
export type MoneyKind =
  | 'placement'
  | 'placement-back'
  | 'placement-change'
  | 'freight'
  | 'freight-back'
  | 'freight-change';

/** Money that Amazon takes; below zero what it gives back. */
export type MoneyMove = {
  readonly kind: MoneyKind;
  /** the placement option or the shipment */
  readonly subject: string;
  readonly amount: Money;
};

type Standing = {
  readonly what: 'placement' | 'freight';
  readonly subject: string;
  readonly amount: Money;
};

/**
 * What a plan costs as it now is. Cancelling drops the placement fee, which Amazon takes for goods
 * it has received, and gives the freight back until the time that its quote names, 24 hours for
 * parcels and one hour for freight (fulfillmentInbound 2024-03-20 and help GLMEBQLNBY97ANYY,
 * 2026-11-23).
 */
function whatStands(plan: InboundPlan): Standing[] {
  const { placementConfirmed, transportConfirmedAt, cancelledAt } = plan;
  const fee = placementConfirmed && netFee(placementConfirmed.offer, '');
  const freight = transportConfirmedAt === undefined ? [] : plan.shipments;
  return [
    ...(placementConfirmed && fee && fee.minor !== 0 && cancelledAt === undefined
      ? [{ what: 'placement' as const, subject: placementConfirmed.offer.id, amount: fee }]
      : []),
    ...freight.flatMap(({ id, transport }) =>
      transport?.cost === undefined || isGivenBack(transport.voidableUntil, cancelledAt)
        ? []
        : [{ what: 'freight' as const, subject: id, amount: transport.cost }],
    ),
  ];
}

function isGivenBack(until: Instant | undefined, cancelledAt: Instant | undefined): boolean {
  return until !== undefined && cancelledAt !== undefined && cancelledAt < until;
}

/** The money that moved when one plan became the other. */
export function moneyBetween(before: InboundPlan, after: InboundPlan): MoneyMove[] {
  const stood = new Map(whatStands(before).map((each) => [keyOf(each), each]));
  const stands = new Map(whatStands(after).map((each) => [keyOf(each), each]));
  return [...new Set([...stood.keys(), ...stands.keys()])].flatMap((key): MoneyMove[] => {
    const [was, is] = [stood.get(key), stands.get(key)];
    if (!was) return is ? [{ kind: is.what, subject: is.subject, amount: is.amount }] : [];
    const { what, subject, amount } = was;
    if (!is) return [{ kind: `${what}-back`, subject, amount: negative(amount) }];
    const change = addMoney(is.amount, negative(amount));
    return change.minor === 0 ? [] : [{ kind: `${what}-change`, subject, amount: change }];
  });
}

function keyOf({ what, subject }: Standing): string {
  return `${what} ${subject}`;
}

function negative({ minor, currency }: Money): Money {
  return money(minor === 0 ? 0 : -minor, currency);
}

/** What cancelling a plan now does to its money. */
export type Cancelling = {
  /** freight that comes back, and until when */
  readonly back?: Money;
  readonly until?: Instant;
  /** freight that stays charged */
  readonly stays?: Money;
  /** the placement fee, which is then not taken */
  readonly dropped?: Money;
};

export function cancellingOf(plan: InboundPlan, now: Instant): Cancelling {
  const moves = moneyBetween(plan, { ...plan, cancelledAt: now });
  const given = (kind: MoneyKind) =>
    sumMoney(moves.flatMap((move) => (move.kind === kind ? [negative(move.amount)] : [])));
  const until = plan.shipments.flatMap(({ transport }) =>
    transport?.cost && now < (transport.voidableUntil ?? 0) ? (transport.voidableUntil ?? []) : [],
  );
  const left = whatStands({ ...plan, cancelledAt: now }).map(({ amount }) => amount);
  return {
    ...optional('back', given('freight-back')),
    ...optional('until', until.length === 0 ? undefined : Math.min(...until)),
    ...optional('stays', sumMoney(left)),
    ...optional('dropped', given('placement-back')),
  };
}
