import type { Context } from '#lib/context/server';
import { ok, type Result } from '#lib/kernel';
import { checkFreight } from '../core/freight.ts';
import type { Freight } from '../core/inbound-plan.ts';
import { keep, openPlan, type PlanRef } from './edit-plan.ts';
import type { SavedWithFindings } from './save-plan.ts';
import { storeDay } from './store-day.ts';

export type SaveFreightInput = PlanRef & { readonly shipDate: string; readonly freight: Freight };

/** Keeps pallets as entered, complete or not, and says what they still lack. */
export async function saveFreight(
  context: Context,
  { shipDate, freight, ...ref }: SaveFreightInput,
): Promise<Result<SavedWithFindings>> {
  const opened = await openPlan(context, ref, { act: 'spend-money', step: 'carrier' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const findings = checkFreight(plan, freight, { shipDate, today: storeDay(context, plan) });
  const saved = await keep(context, opened.value, { ...plan, freight }, 'save-freight');
  return saved.ok ? ok({ ...saved.value, findings }) : saved;
}
