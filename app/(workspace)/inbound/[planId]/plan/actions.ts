'use server';

import type { FormState } from '#lib/context';
import type { PageContext } from '#lib/context/server';
import { lineKey } from '#lib/inbound';
import { finishPlanDetails, savePlanDetails, viewPlan } from '#lib/inbound/server';
import { ok, optional } from '#lib/kernel';
import { placeProblems } from '../../../place-problems.ts';
import { keepAndGoOn } from '../keep-and-go-on.ts';
import { PlanForm, readPlanForm } from './plan-input.ts';

/** Keeps what can be read; what is missing is no concern of a draft. */
export async function savePlanDraft(_previous: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: PlanForm,
    keep: async (context, input) => {
      const kept = await keep(context, input);
      return kept.ok ? ok({ ...kept.value, problems: kept.value.unread }) : kept;
    },
  });
}

/** Closes the plan step and asks Amazon which prep its SKUs need. */
export async function askForPrep(_previous: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: PlanForm,
    keep,
    goOn: async (context, input, kept) => {
      const read = await readForm(context, input);
      if (!read.ok) return read;
      return finishPlanDetails(context, { ...read.value.input, version: kept.version });
    },
    next: ({ planId }) => `/inbound/${encodeURIComponent(planId)}/prep`,
  });
}

async function keep(context: PageContext, form: PlanForm) {
  const read = await readForm(context, form);
  if (!read.ok) return read;
  const unread = read.value.problems;
  const saved = await savePlanDetails(context, read.value.input);
  if (!saved.ok) return saved;
  const missing = placeProblems(saved.value.findings.blocking, {
    list: 'lines',
    keys: form.lines.flatMap(({ sku, expiry }, index) => {
      const key = lineKey({ sku, ...optional('expiry', expiry === '' ? undefined : expiry) });
      return [[String(index), key] as const, [String(index), sku] as const];
    }),
    fields: { case: 'packing' },
  });
  // An entry that cannot be read is not missing as well.
  const places = new Set(unread.map(({ at }) => at));
  const problems = [...unread, ...missing.filter(({ at }) => !places.has(at))];
  return ok({ ...saved.value, problems, unread });
}

async function readForm(context: PageContext, form: PlanForm) {
  const view = await viewPlan(context, form.planId);
  return view.ok ? readPlanForm(context, form, view.value.plan) : view;
}
