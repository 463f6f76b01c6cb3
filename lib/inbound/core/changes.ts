import type { InboundPlan } from './inbound-plan.ts';

/**
 * The parts of a plan that differ, before and after, for the history. Lines and boxes are told by
 * those that changed, so that one edit in a thousand does not repeat the other 999.
 */
export type PlanChange = {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
};

export function changesBetween(before: InboundPlan, after: InboundPlan): PlanChange {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof InboundPlan>;
  const change = { before: {} as Record<string, unknown>, after: {} as Record<string, unknown> };
  for (const key of keys) {
    const [was, is] = [before[key], after[key]];
    if (canonical(was) === canonical(is)) continue;
    const lists = Array.isArray(was) && Array.isArray(is);
    change.before[key] = lists ? onlyIn(was, is) : was;
    change.after[key] = lists ? onlyIn(is, was) : is;
  }
  return change;
}

// Counted, so that a second box just like the first is a change too.
function onlyIn(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const known = new Map<string, number>();
  for (const entry of other.map(canonical)) known.set(entry, (known.get(entry) ?? 0) + 1);
  return list.filter((entry) => {
    const left = known.get(canonical(entry)) ?? 0;
    known.set(canonical(entry), left - 1);
    return left <= 0;
  });
}

// The database hands properties back in an order of its own.
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
