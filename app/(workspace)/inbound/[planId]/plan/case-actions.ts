'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import {
  ok,
  type Problem,
  problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  refuse,
  type Result,
  TYPED_WEIGHT_UNITS,
} from '#lib/kernel';
import { type CasePack, removeCasePack, saveCasePack } from '#lib/listings/server';

const typed = z.string().max(100).default('');
const CaseForm = z.object({
  planId: z.string(),
  case: z.object({
    sku: z.string().min(1, 'required'),
    name: typed,
    unitsPerCase: typed,
    length: typed,
    width: typed,
    height: typed,
    lengthUnit: z.enum(['IN', 'CM']),
    weight: typed,
    weightUnit: z.enum(TYPED_WEIGHT_UNITS),
  }),
});

/** Keeps a way of packing a SKU into cases, for this plan and later ones. */
export async function addCasePack(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: CaseForm,
    keepsTyped: true,
    verb: async (context, input) => {
      const read = readCase(input.case);
      if (!read.ok) return read;
      const saved = await saveCasePack(context, read.value);
      return saved.ok ? saved : refuse(...saved.problems.map(inForm));
    },
    next: (_saved, { planId }) => `/inbound/${encodeURIComponent(planId)}/plan`,
  });
}

const RemoveForm = z.object({ planId: z.string(), casePackId: z.string() });

export async function dropCasePack(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: RemoveForm,
    verb: (context, { casePackId }) => removeCasePack(context, casePackId),
    next: (_removed, { planId }) => `/inbound/${encodeURIComponent(planId)}/plan`,
  });
}

function readCase(form: z.infer<typeof CaseForm>['case']): Result<Omit<CasePack, 'id'>> {
  const units = readDecimal(form.unitsPerCase.trim() === '' ? '0' : form.unitsPerCase, 0);
  const weight = readTypedWeight(form.weight.trim() === '' ? '0' : form.weight, form.weightUnit);
  const size = readTypedDimensions(form, form.lengthUnit, 'case');
  const problems: Problem[] = [
    ...(units.ok ? [] : units.problems.map((found) => ({ ...found, at: 'case.unitsPerCase' }))),
    ...(size.ok ? [] : size.problems),
    ...(weight.ok ? [] : weight.problems.map((found) => ({ ...found, at: 'case.weight' }))),
  ];
  if (problems.length > 0 || !units.ok || !size.ok || !weight.ok) return refuse(...problems);
  if (size.value === undefined) return refuse(problem('case-pack-size-needed', {}, 'case.length'));
  return ok({
    sku: form.sku,
    name: form.name,
    unitsPerCase: units.value,
    dimensions: size.value,
    weight: weight.value,
  });
}

function inForm(found: Problem): Problem {
  return found.at === undefined ? found : { ...found, at: `case.${found.at}` };
}
