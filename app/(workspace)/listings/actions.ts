'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, type PageContext } from '#lib/context/server';
import { formatDate } from '#lib/i18n';
import { startPlan } from '#lib/inbound/server';
import { marketplaceById, ok, problem, refuse, type Result } from '#lib/kernel';
import { importListingsFile, syncListings } from '#lib/listings/server';

const Sync = z.object({ store: z.string() });

/** Asks Amazon for a fresh listings report. */
export async function synchronise(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Sync,
    verb: (context, { store }) => syncListings(context, store),
    next: (_outcome, { store }) => `/listings?store=${encodeURIComponent(store)}`,
  });
}

const ReportFile = z.object({
  store: z.string(),
  file: z.instanceof(File, { error: 'file-needed' }).refine((file) => file.size > 0, 'file-needed'),
});

/** Takes the listings of a dropped report file in. */
export async function takeFile(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ReportFile,
    verb: async (context, { store, file }) =>
      importListingsFile(context, {
        marketplaceId: store,
        fileName: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }),
    next: (_outcome, { store }) => `/listings?store=${encodeURIComponent(store)}`,
  });
}

const Chosen = z.object({
  store: z.string(),
  act: z.enum(['plan', 'convert', 'merchant']),
  ids: z.array(z.string()).default([]),
});

/** What is to be done with the chosen rows: the button that was pressed says it. */
export async function workOnChosen(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Chosen,
    verb: async (context, input) => {
      if (input.ids.length === 0) return refuse(problem('nothing-chosen'));
      if (input.act === 'plan') return planOf(context, input.store, input.ids);
      const to = input.act === 'merchant' ? '&to=merchant' : '';
      return ok({ path: `/listings/convert?ids=${input.ids.join(',')}${to}` });
    },
    next: ({ path }) => path,
  });
}

/** Starts a plan without a listing; the first step chooses them. */
export async function startEmptyPlan(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Sync,
    verb: (context, { store }) => planOf(context, store, []),
    next: ({ path }) => path,
  });
}

async function planOf(
  context: PageContext,
  marketplaceId: string,
  listingIds: readonly string[],
): Promise<Result<{ readonly path: string }>> {
  const t = await getTranslations('listings');
  const timeZone = marketplaceById(marketplaceId)?.timeZone ?? 'UTC';
  const date = formatDate(await getLocale(), context.clock.now(), timeZone);
  const name = t('planName', { date });
  const started = await startPlan(context, { marketplaceId, name, listingIds });
  return started.ok ? ok({ path: `/inbound/${started.value.planId}` }) : started;
}
