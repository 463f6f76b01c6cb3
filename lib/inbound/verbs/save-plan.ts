import type { Context } from '#lib/context/server';
import { type Address, ok, optional, refuse, type Result } from '#lib/kernel';
import type { Findings } from '../core/findings.ts';
import { enterLines, type LineEntry } from '../core/lines.ts';
import { checkPlan } from '../core/plan.ts';
import { keep, openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import { storeDay } from './store-day.ts';

export type SavePlanInput = PlanRef & {
  readonly name: string;
  readonly shipFrom?: Address;
  /** whether boxes are told per shipment, after the placement; as it is where it is not said */
  readonly packsLater?: boolean;
  readonly lines: readonly LineEntry[];
};

export type SavedWithFindings = Saved & { readonly findings: Findings };

/** Keeps what was entered in the plan step, complete or not, and says what it still lacks. */
export async function savePlanDetails(
  context: Context,
  input: SavePlanInput,
): Promise<Result<SavedWithFindings>> {
  const entered = await enter(context, input);
  if (!entered.ok) return entered;
  const { stored, after, findings } = entered.value;
  const saved = await keep(context, stored, after, 'save-plan');
  return saved.ok ? ok({ ...saved.value, findings }) : saved;
}

/** Closes the plan step: what was entered must hold, and Amazon is asked about prep. */
export async function finishPlanDetails(
  context: Context,
  input: SavePlanInput,
): Promise<Result<Saved>> {
  const entered = await enter(context, input);
  if (!entered.ok) return entered;
  const { stored, after, findings } = entered.value;
  if (findings.blocking.length > 0) {
    // What was typed is kept even when it is not enough.
    await keep(context, stored, after, 'save-plan');
    return refuse(...findings.blocking);
  }
  return startErrand(context, stored, { kind: 'read-prep', input: {} }, after);
}

async function enter(context: Context, input: SavePlanInput) {
  const opened = await openPlan(context, input, { act: 'edit-plans', step: 'plan' });
  if (!opened.ok) return opened;
  const stored = opened.value;
  const { shipFrom: _, packsLater: wasLater = false, ...rest } = stored.plan;
  const isLater = input.packsLater ?? wasLater;
  const after = enterLines(
    {
      ...rest,
      name: input.name.trim(),
      ...optional('shipFrom', input.shipFrom ?? stored.plan.shipFrom),
      ...(isLater ? { packsLater: true } : {}),
    },
    input.lines,
  );
  return ok({ stored, after, findings: checkPlan(after, storeDay(context, after)) });
}
