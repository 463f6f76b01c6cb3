'use server';

import type { FormState } from '#lib/context';
import type { PageContext } from '#lib/context/server';
import { renewPacking, type Saved, saveBoxes, sendBoxes, viewPlan } from '#lib/inbound/server';
import { marketplaceById, ok } from '#lib/kernel';
import { keepAndGoOn } from '../keep-and-go-on.ts';
import { withoutEchoes } from '../without-echoes.ts';
import { editBoxes, editOfIntent } from './edit-boxes.ts';
import { type PackForm, packForm, readBoxes } from './typed-boxes.ts';

/** Keeps what can be read; what is missing is no concern of a draft. */
export async function saveBoxesDraft(_: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, { schema: packForm, keep: keepReadable });
}

/**
 * The buttons of the box grid. Sending and asking for new options go on to Amazon; the others change
 * the boxes and are pressed here only where there is no JavaScript.
 */
export async function packBoxes(_: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: packForm,
    keep: keepFor,
    goOn: goOn,
    next: ({ planId, intent }) =>
      `/inbound/${planId}/packing${intent === 'send' ? '?sent' : intent === 'renew' ? '' : '?edit'}`,
  });
}

async function keepFor(context: PageContext, input: PackForm) {
  if (input.intent === 'send') return keepAll(context, input);
  return keepReadable(context, await edited(context, input));
}

async function keepReadable(context: PageContext, input: PackForm) {
  const { boxes, problems } = readBoxes(input.boxes);
  const saved = await saveBoxes(context, { ...input, boxes });
  return saved.ok ? ok({ ...saved.value, problems }) : saved;
}

async function keepAll(context: PageContext, input: PackForm) {
  const { boxes, problems } = readBoxes(input.boxes);
  const saved = await saveBoxes(context, { ...input, boxes });
  if (!saved.ok) return saved;
  const missing = withoutEchoes(saved.value.findings.blocking, problems);
  return ok({ ...saved.value, problems: [...problems, ...missing] });
}

async function goOn(context: PageContext, input: PackForm, kept: Saved) {
  if (input.intent === 'renew') return renewPacking(context, kept);
  if (input.intent !== 'send') return ok(kept);
  return sendBoxes(context, { ...kept, boxes: readBoxes(input.boxes).boxes });
}

async function edited(context: PageContext, input: PackForm): Promise<PackForm> {
  const view = await viewPlan(context, input.planId);
  if (!view.ok) return input;
  const { plan } = view.value;
  const units = marketplaceById(plan.marketplaceId)?.units ?? 'metric';
  const list = input.boxes.map((box, id) => ({ ...box, id }));
  const boxes = { list, nextId: list.length };
  const edit = editOfIntent(input.intent, boxes);
  return edit ? { ...input, boxes: [...editBoxes({ plan, units }, boxes, edit).list] } : input;
}
