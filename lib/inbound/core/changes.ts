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
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const lists = Array.isArray(was) && Array.isArray(is);
    change.before[key] = lists ? onlyIn(was, is) : was;
    change.after[key] = lists ? onlyIn(is, was) : is;
  }
  return change;
}

function onlyIn(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const known = new Set(other.map((entry) => JSON.stringify(entry)));
  return list.filter((entry) => !known.has(JSON.stringify(entry)));
}
