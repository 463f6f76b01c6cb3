import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { Badge } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { BOX_LABEL_FORMATS, boxLabelFormats, PARTNERED } from '#lib/inbound';
import { printsOf } from '#lib/inbound/server';
import { problem } from '#lib/kernel';
import { BOX_PAPERS } from '../../../../printing/box-papers.ts';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { PrinterChoice } from '../../../../printing/printer-choice.tsx';
import { LookAgainOnReturn } from './look-again-on-return.tsx';
import { Relabels } from './relabels.tsx';
import { ShipmentCard } from './shipment-card.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('box-labels') };
}

/** The labels that Amazon's warehouses know the boxes by. */
export default async function BoxLabelsPage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, context, marketplace } = page;
  if (plan.transportConfirmedAt === undefined) return <LockedStep page={page} step="box-labels" />;
  const isCancelled = plan.cancelledAt !== undefined;
  const notAllowed = forbidden(context, 'print-labels');
  const prints = (await printsOf(context, plan.id)).filter(({ kind }) => kind === 'box-labels');
  const printed = new Set(prints.map(({ subject }) => subject));
  const { printers, chosen } = await thisPrinter(context);
  const isPartnered = plan.carrier?.solution === PARTNERED;
  return (
    <>
      <StepHeader title={t('steps.box-labels')} lead={t('box-labels.lead')} />
      {isCancelled && <Problems problems={[problem('labels-of-cancelled-plan')]} />}
      {!isCancelled && notAllowed && <Problems problems={[notAllowed]} level="information" />}
      {!isCancelled && <Relabels relabel={plan.relabel ?? []} />}
      {plan.boxLabelsPrintedAt !== undefined && !isCancelled && (
        <Alert
          level="success"
          title={t('box-labels.allPrinted')}
          action={
            <LinkButton
              href={`/inbound/${plan.id}/${isPartnered ? 'receiving' : 'tracking'}`}
              variant="primary"
            >
              {t(isPartnered ? 'box-labels.toReceiving' : 'box-labels.toTracking')}
            </LinkButton>
          }
        >
          {t(isPartnered ? 'box-labels.nextPartnered' : 'box-labels.nextOwn')}
        </Alert>
      )}
      {!isCancelled && !notAllowed && <PrinterChoice printers={printers} chosen={chosen} />}
      <p>
        <TextLink href={`/inbound/${plan.id}/papers`}>{t('papers.link')}</TextLink>
      </p>
      {plan.shipments.map((shipment) => (
        <ShipmentCard
          key={shipment.id}
          planId={plan.id}
          plan={plan}
          paper={chosen?.boxPaper}
          shipment={shipment}
          formats={boxLabelFormats(shipment.transport, marketplace.region === 'NA')}
          isPrinted={printed.has(shipment.id)}
          mayPrint={!isCancelled && !notAllowed}
        />
      ))}
      <LookAgainOnReturn />
      <PrintLog page={page} prints={prints} />
    </>
  );
}

type PrintLogProps = {
  readonly page: PlanPage;
  readonly prints: Awaited<ReturnType<typeof printsOf>>;
};

async function PrintLog({ page, prints }: PrintLogProps) {
  const t = await getTranslations('box-labels');
  const papers = await getTranslations('settings.printers.boxPapers');
  const names = new Map(
    page.plan.shipments.map((shipment) => [shipment.id, shipment.confirmationId ?? shipment.id]),
  );
  const changes = new Map(page.plan.shipments.map(({ id, changedAt }) => [id, changedAt]));
  return (
    <DataTable
      id="print-log"
      caption={t('log')}
      rows={prints}
      rowKey={({ subject, printedAt }) => `${subject} ${printedAt}`}
      empty={<p className="text-muted">{t('noPrints')}</p>}
      grow
      columns={[
        {
          key: 'at',
          header: t('printedAt'),
          cell: ({ printedAt }) => <DateTimeText at={printedAt} timeZone={page.timeZone} />,
        },
        { key: 'who', header: t('printedBy'), cell: ({ actorName }) => actorName },
        {
          key: 'shipment',
          header: t('shipment'),
          cell: ({ subject }) => <Code>{names.get(subject) ?? subject}</Code>,
        },
        {
          key: 'format',
          header: t('format'),
          cell: ({ format }) => {
            const known = BOX_LABEL_FORMATS.find((candidate) => candidate === format);
            const paper = BOX_PAPERS.find((candidate) => candidate === format);
            return known ? t(`formats.${known}`) : paper ? papers(paper) : format;
          },
        },
        {
          key: 'labels',
          header: t('labels'),
          numeric: true,
          cell: ({ labelCount }) => <Quantity value={labelCount} />,
        },
        { key: 'printer', header: t('printer'), cell: ({ printer }) => printer },
        {
          key: 'reprint',
          header: t('reprintHeader'),
          cell: ({ isReprint, subject, printedAt }) => (
            <>
              {isReprint && <Badge tone="warning">{t('reprintMark')}</Badge>}{' '}
              {printedAt < (changes.get(subject) ?? 0) && (
                <Badge tone="danger">{t('outdated')}</Badge>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
