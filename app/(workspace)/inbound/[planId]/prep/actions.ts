'use server';

import type { FormState } from '#lib/context';
import type { PageContext } from '#lib/context/server';
import { createAtAmazon, savePrep } from '#lib/inbound/server';
import { ok } from '#lib/kernel';
import { keepAndGoOn } from '../keep-and-go-on.ts';
import { withoutEchoes } from '../without-echoes.ts';
import { type PrepForm, prepForm, readPrepForm } from './read-prep.ts';

/** Keeps what can be read; what is missing is no concern of a draft. */
export async function savePrepDraft(_: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: prepForm,
    keep: async (context, input) => {
      const { entries, problems } = readPrepForm(input);
      const saved = await savePrep(context, { ...input, lines: entries });
      return saved.ok ? ok({ ...saved.value, problems }) : saved;
    },
  });
}

export async function createPlan(_: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: prepForm,
    keep: keepAll,
    // `savePrep` has entered the form; creating goes on from there.
    goOn: (context, _input, kept) => createAtAmazon(context, { ...kept, lines: [] }),
    next: ({ planId }) => `/inbound/${planId}/prep?sent`,
  });
}

async function keepAll(context: PageContext, input: PrepForm) {
  const { entries, problems } = readPrepForm(input);
  const saved = await savePrep(context, { ...input, lines: entries });
  if (!saved.ok) return saved;
  const missing = withoutEchoes(saved.value.findings.blocking, problems);
  return ok({ ...saved.value, problems: [...problems, ...missing] });
}
