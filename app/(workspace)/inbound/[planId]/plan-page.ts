import { notFound } from 'next/navigation';
import { cache } from 'react';
import { openContext, type PageContext } from '#lib/context/server';
import { type PlanView, viewPlan } from '#lib/inbound/server';
import { type Marketplace, marketplaceById } from '#lib/kernel';

export type PlanPage = PlanView & {
  readonly context: PageContext;
  readonly marketplace: Marketplace;
  readonly timeZone: string;
};

/** The plan of the page at hand, read once per request however many parts of the page ask for it. */
export const planPage: (planId: string) => Promise<PlanPage> = cache(async (planId) => {
  const context = await openContext();
  const view = await viewPlan(context, planId);
  if (!view.ok) notFound();
  const marketplace = marketplaceById(view.value.plan.marketplaceId);
  if (!marketplace) throw new Error(`no marketplace ${view.value.plan.marketplaceId}`);
  return { ...view.value, context, marketplace, timeZone: marketplace.timeZone };
});

export type PlanParams = { readonly params: Promise<{ readonly planId: string }> };
