import { redirect } from 'next/navigation';
import { planPage, type PlanParams } from './plan-page.ts';

/** A plan opens at the step that waits for the seller. */
export default async function PlanRoot({ params }: PlanParams) {
  const { planId } = await params;
  const { current } = await planPage(planId);
  redirect(`/inbound/${planId}/${current}`);
}
