import type { LedgerEntry } from '../entities.ts';
import type { Turn } from '../turn.ts';
import type { Plan } from './entities.ts';
import { currencyOf } from './wire.ts';

type Entry = Pick<LedgerEntry, 'reason' | 'about' | 'minor'>;

/** Writes down money that Amazon takes or gives back; nothing is nothing. */
export function charge(turn: Turn, plan: Plan, entry: Entry): void {
  if (entry.minor === 0) return;
  turn.world.put('ledger', {
    ...entry,
    id: turn.dice.id('', 'ledger', plan.id, entry.reason, entry.about),
    sellerId: plan.sellerId,
    planId: plan.id,
    at: turn.now,
    currency: currencyOf(plan.marketplaceId),
  });
}
