'use server';

import { refresh } from 'next/cache';
import type { FormState } from '#lib/context';
import { act, type PageContext } from '#lib/context/server';
import { ok, refuse, type Result } from '#lib/kernel';
import { convertListings, type ConversionStart } from '#lib/listings/server';
import { placeProblems } from '../../place-problems.ts';
import { ConversionForm, type ConversionInput, readConversions } from './conversion-input.ts';

/** Starts changing the listings of the form over; those that we refuse stay in it, with the reason. */
export async function convertRows(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, { schema: ConversionForm, verb: convert, next: (_, input) => hrefOf(input) });
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
        skus: input.rows.map(({ sku }) => sku),
        fields: { dimensions: 'length' },
      },
    ),
  );
}

function hrefOf({ ids, planId, to }: ConversionInput): string {
  if (planId !== undefined) return `/inbound/${encodeURIComponent(planId)}/convert`;
  const params = new URLSearchParams({ ids });
  if (to === 'merchant') params.set('to', to);
  return `/listings/convert?${params}`;
}
