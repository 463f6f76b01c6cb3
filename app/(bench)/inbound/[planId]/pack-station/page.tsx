import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Problems } from '#components/problems';
import { LinkButton } from '#components/ui/link-button';
import { forbidden, openContext } from '#lib/context/server';
import type { InboundPlan } from '#lib/inbound';
import { boxSizes, knownItemCodes, viewPlan } from '#lib/inbound/server';
import { problem } from '#lib/kernel';
import { PackStation } from './pack-station.tsx';

type StationPageProps = { readonly params: Promise<{ readonly planId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pack-station');
  return { title: t('title') };
}

/** The bench where goods are scanned into boxes; it fills the screen and needs no mouse. */
export default async function PackStationPage({ params }: StationPageProps) {
  const { planId } = await params;
  const context = await openContext();
  const view = await viewPlan(context, planId);
  if (!view.ok) notFound();
  const t = await getTranslations('pack-station');
  const { plan, version, steps } = view.value;
  const isLocked = steps.some(({ id, state }) => id === 'packing' && state === 'locked');
  const refusal = isLocked
    ? problem('step-locked', { step: 'packing' })
    : forbidden(context, 'pack');
  if (refusal) {
    return (
      <main className="mx-auto flex w-full max-w-2xl flex-col items-start gap-4 p-5">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <Problems problems={[refusal]} />
        <LinkButton href={`/inbound/${planId}`}>{t('backToPlan')}</LinkButton>
      </main>
    );
  }
  const [cartons, codes] = await Promise.all([boxSizes(context), knownItemCodes(context)]);
  return (
    <>
      <noscript className="block p-5">{t('needsScript')}</noscript>
      <PackStation
        plan={forBench(plan)}
        codes={codes}
        cartons={cartons}
        version={version}
        actorId={context.actor.id}
      />
    </>
  );
}

/** What is packed, and by which rules; nothing else has any business on a bench. */
function forBench(plan: InboundPlan): InboundPlan {
  const { id, marketplaceId, name, createdAt, lines, packing } = plan;
  return {
    id,
    marketplaceId,
    name,
    createdAt,
    lines,
    boxes: [],
    shipments: [],
    ...(packing && { packing }),
  };
}
