import type { Context } from '#lib/context/server';
import { ok, refuse, type Result } from '#lib/kernel';
import type { MainLeg } from '../core/inbound-plan.ts';
import { checkMainLeg } from '../core/main-leg.ts';
import { keep, openPlan, type PlanRef } from './edit-plan.ts';
import type { SavedWithFindings } from './save-plan.ts';

export type SaveMainLegInput = PlanRef & {
  /** absent takes what was noted back */
  readonly mainLeg?: MainLeg;
};

/** Notes the voyage or flight that a forwarder runs; Amazon is told nothing of it. */
export async function saveMainLeg(
  context: Context,
  input: SaveMainLegInput,
): Promise<Result<SavedWithFindings>> {
  const opened = await openPlan(context, input, { act: 'pack' });
  if (!opened.ok) return opened;
  const { mainLeg: _, ...rest } = opened.value.plan;
  const { mainLeg } = input;
  const findings = mainLeg ? checkMainLeg(mainLeg) : { blocking: [], warnings: [] };
  if (findings.blocking.length > 0) return refuse(...findings.blocking);
  const after = mainLeg ? { ...rest, mainLeg } : rest;
  const saved = await keep(context, opened.value, after, 'save-main-leg');
  return saved.ok ? ok({ ...saved.value, findings }) : saved;
}
