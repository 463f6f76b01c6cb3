import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Quantity } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { Stat } from '#components/ui/stat';
import { TextLink } from '#components/ui/text-link';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { labelFaults, needsItemLabels, whyNotPrinted } from '#lib/inbound';
import { labelLines, printsOf } from '#lib/inbound/server';
import { printedSoFar } from '#lib/labels';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { PrinterChoice } from '../../../../printing/printer-choice.tsx';
import {
  faultsOf,
  firstRequest,
  isStockListed,
  readLabelRequest,
  requestForPrinter,
  sourceOfSku,
} from '../../../../printing/label-request.ts';
import { LabelledForm } from './labelled-form.tsx';
import { NeedTable } from '../../../../printing/need-table.tsx';
import { PrintForm } from '../../../../printing/print-form.tsx';
import { PrintLog } from '../../../../printing/print-log.tsx';

type ItemLabelsPageProps = PlanParams & {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('steps');
  return { title: `${t('item-labels')} · ${plan.name}` };
}

export default async function ItemLabelsPage({ params, searchParams }: ItemLabelsPageProps) {
  const page = await planPage((await params).planId);
  const { plan, steps, version, timeZone, context } = page;
  const step = steps.find(({ id }) => id === 'item-labels');
  if (!step || step.state === 'locked') return <LockedStep page={page} step="item-labels" />;
  const t = await getTranslations();
  if (!needsItemLabels(plan)) return <NoLabels page={page} />;
  const lines = labelLines(plan).map(sourceOfSku);
  const prints = (await printsOf(context, plan.id)).filter(({ kind }) => kind === 'item-labels');
  const needed = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const printed = prints.reduce((sum, { labelCount }) => sum + labelCount, 0);
  const usual = page.marketplace.country === 'US' ? 'Letter_30' : 'A4_24';
  const asked = readLabelRequest(await searchParams);
  const { printers, chosen } = await thisPrinter(context);
  const last = prints[0]?.format;
  const start = chosen
    ? requestForPrinter(chosen)
    : firstRequest(last !== undefined && isStockListed(last) ? last : usual);
  const notAllowed = whyNotPrinted(plan) ?? forbidden(context, 'print-labels');
  return (
    <>
      <StepHeader title={t('steps.item-labels')} lead={t('item-labels.lead')} />
      {notAllowed && <Problems problems={[notAllowed]} />}
      <Problems problems={labelFaults(plan)} />
      {asked && !notAllowed && (
        <Alert level="blocking" title={t('item-labels.notPrinted')}>
          {t('item-labels.notPrintedFix')}
        </Alert>
      )}
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        <Stat label={t('item-labels.needed')} value={<Quantity value={needed} />} />
        <Stat
          label={t('item-labels.printed')}
          value={<Quantity value={printed} />}
          detail={
            printed === 0
              ? undefined
              : printed < needed
                ? t('item-labels.fewer', { count: needed - printed })
                : t('item-labels.enough')
          }
        />
      </div>
      {!notAllowed && (
        <>
          <PrinterChoice printers={printers} chosen={chosen} />
          <PrintForm
            key={chosen?.id}
            address={`/inbound/${plan.id}/item-labels`}
            lines={lines}
            initial={asked ?? start}
            faults={faultsOf(chosen)}
          />
        </>
      )}
      <p>
        <TextLink href={`/inbound/${plan.id}/papers`}>{t('papers.link')}</TextLink>
      </p>
      <NeedTable lines={lines} printed={printedSoFar(prints)} />
      <PrintLog prints={prints} timeZone={timeZone} />
      {step.changeable && (
        <LabelledForm
          key={step.state}
          planId={plan.id}
          version={version}
          units={needed}
          isDone={plan.labelsDoneAt !== undefined}
          nextStep={stepAfter(plan)}
        />
      )}
    </>
  );
}

function stepAfter({ packsLater }: PlanPage['plan']): 'packing' | 'placement' {
  return packsLater ? 'placement' : 'packing';
}

type NoLabelsProps = { readonly page: PlanPage };

async function NoLabels({ page }: NoLabelsProps) {
  const t = await getTranslations();
  const byAmazon = page.plan.lines.some(({ labelOwner }) => labelOwner === 'AMAZON');
  return (
    <>
      <StepHeader title={t('steps.item-labels')} />
      <Alert
        level="success"
        title={t('item-labels.noneNeeded')}
        action={
          <LinkButton href={`/inbound/${page.plan.id}/${stepAfter(page.plan)}`} variant="primary">
            {t(`steps.${stepAfter(page.plan)}`)}
          </LinkButton>
        }
      >
        {t(byAmazon ? 'item-labels.byAmazon' : 'item-labels.byNobody')}
      </Alert>
    </>
  );
}
