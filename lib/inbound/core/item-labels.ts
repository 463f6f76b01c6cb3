import { problem, type Problem } from '#lib/kernel';
import type { InboundPlan, PlanLine } from './inbound-plan.ts';

/** R101: the lines whose units get an FNSKU label; a manufacturer barcode must stay visible. */
export function linesToLabel(plan: InboundPlan): readonly PlanLine[] {
  return plan.lines.filter((line) => line.labelOwner === 'SELLER');
}

/** R98: what an FNSKU label must carry for the fulfilment centre to receive the unit. */
export function checkItemLabel(line: PlanLine): Problem[] {
  const facts = { sku: line.sku };
  const at = `lines.${line.sku}`;
  return [
    /^[A-Z0-9]{10}$/.test(line.fnsku ?? '')
      ? undefined
      : problem('fnsku-not-printable', { ...facts, fnsku: line.fnsku ?? '' }, `${at}.fnsku`),
    line.title.trim() === '' ? problem('label-without-title', facts, `${at}.title`) : undefined,
    line.condition.trim() === ''
      ? problem('label-without-condition', facts, `${at}.condition`)
      : undefined,
  ].filter((found) => found !== undefined);
}

/** What keeps labels of a plan from being printed, SKU by SKU (R98). */
export function labelFaults(plan: InboundPlan): Problem[] {
  const lines = new Map(linesToLabel(plan).map((line) => [line.sku, line]));
  return [...lines.values()].flatMap(checkItemLabel);
}
