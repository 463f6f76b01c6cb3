import type { PlanClock } from '#lib/inbound/server';
import { DAY, type Instant } from '#lib/kernel';

export const SPANS = ['overdue', 'day', 'week', 'later'] as const;
export type Span = (typeof SPANS)[number];

/** The clocks by how much time is left; spans without any are left out. */
export function spansOf(
  clocks: readonly PlanClock[],
  now: Instant,
): { readonly span: Span; readonly clocks: readonly PlanClock[] }[] {
  return SPANS.map((span) => ({
    span,
    clocks: clocks.filter(({ at }) => spanOf(at - now) === span),
  })).filter((one) => one.clocks.length > 0);
}

function spanOf(left: number): Span {
  if (left <= 0) return 'overdue';
  if (left <= DAY) return 'day';
  return left <= 7 * DAY ? 'week' : 'later';
}
