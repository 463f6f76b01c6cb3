'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import type { PageContext } from '#lib/context/server';
import { chooseInventory, viewPlan } from '#lib/inbound/server';
import { ok, problem } from '#lib/kernel';
import { listingsById } from '#lib/listings/server';
import { keepAndGoOn } from '../keep-and-go-on.ts';

const ids = z.array(z.string()).default([]);
const InventoryForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  /** the rows that the form shows, and which of them are ticked */
  shown: ids,
  ids,
  /** SKUs taken out of the list of what is chosen */
  remove: ids,
});
type InventoryInput = z.infer<typeof InventoryForm>;

/** Keeps what is ticked on this page of the list; rows of other pages stay as they are. */
export async function keepInventory(_previous: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, { schema: InventoryForm, keep });
}

/** Keeps what is ticked and goes on to what the chosen SKUs need next. */
export async function finishInventory(_previous: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: InventoryForm,
    keep: keepSome,
    next: ({ planId }) => `/inbound/${encodeURIComponent(planId)}`,
  });
}

async function keep(context: PageContext, input: InventoryInput) {
  const ticked = new Set(input.ids);
  const unticked = await listingsById(
    context,
    input.shown.filter((id) => !ticked.has(id)),
  );
  const saved = await chooseInventory(context, {
    planId: input.planId,
    version: input.version,
    add: input.ids,
    removeSkus: [...unticked.map(({ sku }) => sku), ...input.remove],
  });
  return saved.ok ? ok({ ...saved.value, problems: [] }) : saved;
}

async function keepSome(context: PageContext, input: InventoryInput) {
  const kept = await keep(context, input);
  if (!kept.ok) return kept;
  const view = await viewPlan(context, input.planId);
  const isEmpty = view.ok && view.value.plan.lines.length === 0;
  return ok({ ...kept.value, problems: isEmpty ? [problem('nothing-chosen')] : [] });
}
