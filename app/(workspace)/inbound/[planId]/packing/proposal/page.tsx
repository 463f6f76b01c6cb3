import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { StepHeader } from '#components/wizard/step-header';
import { NO_FORM_STATE } from '#lib/context';
import { balances, boxCount, type Proposal, proposalOf } from '#lib/inbound';
import { boxSizes, proposeBoxes } from '#lib/inbound/server';
import { HiddenRef } from '../../hidden-ref.tsx';
import { LockedStep } from '../../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../../plan-page.ts';
import { packBoxes } from '../actions.ts';
import { ProposalView } from '../propose/proposal-view.tsx';
import { readWish, wishForm } from '../propose/wish-form.ts';
import { gridField, typedFrom } from '../typed-boxes.ts';

type ProposalPageProps = PlanParams & {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('packing.propose');
  return { title: `${t('title')} · ${plan.name}` };
}

/** The engine's proposal for who has no JavaScript: the server packs, nothing is kept yet. */
export default async function ProposalPage({ params, searchParams }: ProposalPageProps) {
  const page = await planPage((await params).planId);
  const { plan, steps } = page;
  const step = steps.find(({ id }) => id === 'packing');
  if (!step || step.state === 'locked') return <LockedStep page={page} step="packing" />;
  if (step.state === 'done' && !step.changeable) notFound();
  const t = await getTranslations('packing.propose');
  const library = await boxSizes(page.context);
  const read = readWish(plan, library, wishForm.parse(await searchParams));
  const found = read.ok ? await proposeBoxes(plan, read.value) : read;
  return (
    <>
      <StepHeader title={t('title')} />
      {found.ok ? (
        <Found page={page} proposal={proposalOf(plan, found.value.task, found.value.packing)} />
      ) : (
        <Problems problems={found.problems} />
      )}
      <div>
        <LinkButton href={`/inbound/${plan.id}/packing?edit`}>{t('discard')}</LinkButton>
      </div>
    </>
  );
}

type FoundProps = { readonly page: PlanPage; readonly proposal: Proposal };

async function Found({ page, proposal }: FoundProps) {
  const { plan, version, marketplace } = page;
  const t = await getTranslations('packing.propose');
  const boxes = proposal.boxes.map(({ box }) => typedFrom(box, marketplace.units));
  const packed = balances(plan.packing?.groups ?? [], plan.boxes);
  return (
    <ProposalView
      title={t('found')}
      proposal={proposal}
      now={{
        boxes: boxCount(plan),
        units: packed.reduce((sum, balance) => sum + balance.packed, 0),
      }}
      currency={marketplace.currency}
      isPriced
    >
      <ActionForm action={packBoxes} initial={NO_FORM_STATE}>
        <HiddenRef planId={plan.id} version={version} />
        <input type="hidden" name="boxes" value={gridField(boxes)} />
        <SubmitButton name="intent" value="take">
          {t('take', { count: proposal.count })}
        </SubmitButton>
      </ActionForm>
    </ProposalView>
  );
}
