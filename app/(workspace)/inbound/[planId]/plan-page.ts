import { notFound } from 'next/navigation';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache } from 'react';
import { openContext, type PageContext } from '#lib/context/server';
import { glanceAtAmazon, type PlanView, viewPlan } from '#lib/inbound/server';
import { type Marketplace, marketplaceById } from '#lib/kernel';

export type PlanPage = PlanView & {
  readonly context: PageContext;
  readonly marketplace: Marketplace;
  readonly timeZone: string;
};

// A page waits no longer for Amazon; what it then answers is seen when the page is read again.
const PATIENCE_MS = 1_500;

/** The plan of the page at hand, read once per request however many parts of the page ask for it. */
export const planPage: (planId: string) => Promise<PlanPage> = cache(async (planId) => {
  const context = await openContext();
  await Promise.race([glanceAtAmazon(context, planId).catch(() => undefined), sleep(PATIENCE_MS)]);
  const view = await viewPlan(context, planId);
  if (!view.ok) notFound();
  const marketplace = marketplaceById(view.value.plan.marketplaceId);
  if (!marketplace) throw new Error(`no marketplace ${view.value.plan.marketplaceId}`);
  return { ...view.value, context, marketplace, timeZone: marketplace.timeZone };
});

export type PlanParams = { readonly params: Promise<{ readonly planId: string }> };
