'use server';

import { refresh } from 'next/cache';
import type { FormState } from '#lib/context';
import { act, type PageContext } from '#lib/context/server';
import { ok, type Problem, refuse, type Result } from '#lib/kernel';
import { convertListings, type ConversionStart } from '#lib/listings/server';
import { placeProblems } from '../../place-problems.ts';
import { ConversionForm, type ConversionInput, readConversions } from './conversion-input.ts';

/** Starts changing the listings of the form over; those that we refuse stay in it, with the reason. */
export async function convertRows(_previous: FormState, form: FormData): Promise<FormState> {
  const answer = await act(form, {
    schema: ConversionForm,
    verb: convert,
    next: (_, input) => hrefOf(input),
    keepsTyped: true,
  });
  return { ...answer, problems: answer.problems.map((found) => withSku(found, form)) };
}

async function convert(
  context: PageContext,
  input: ConversionInput,
): Promise<Result<ConversionStart>> {
  const entries = readConversions(input);
  if (!entries.ok) return entries;
  const outcome = await convertListings(context, entries.value);
  if (!outcome.ok) return outcome;
  const { refused, started } = outcome.value;
  if (refused.length === 0) return ok(outcome.value);
  if (started.length > 0) refresh();
  return refuse(
    ...placeProblems(
      refused.flatMap(({ problems }) => problems),
      {
        list: 'listings',
        rows: 'rows',
        keys: Object.entries(input.rows).map(([key, { sku }]) => [key, sku] as const),
        fields: { dimensions: 'length' },
      },
    ),
  );
}

// What a field lacks is told by its SKU, which the field's own name does not say.
function withSku(found: Problem, form: FormData): Problem {
  const [, row] = /^rows\.([^.]+)\./.exec(found.at ?? '') ?? [];
  const sku = row === undefined ? null : form.get(`rows.${row}.sku`);
  if (typeof sku !== 'string' || found.facts['sku'] !== undefined) return found;
  return { ...found, facts: { ...found.facts, sku } };
}

function hrefOf({ ids, planId, to }: ConversionInput): string {
  if (planId !== undefined) return `/inbound/${encodeURIComponent(planId)}/convert`;
  const params = new URLSearchParams({ ids });
  if (to === 'merchant') params.set('to', to);
  return `/listings/convert?${params}`;
}
