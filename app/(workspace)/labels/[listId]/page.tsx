import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { Alert } from '#components/ui/alert';
import { Quantity } from '#components/ui/figures';
import { Stat } from '#components/ui/stat';
import { forbidden, type LabelList, labelList, openContext } from '#lib/context/server';
import { printedSoFar } from '#lib/labels';
import {
  faultsOf,
  firstRequest,
  isStockListed,
  type LabelRequest,
  readLabelRequest,
  requestForPrinter,
} from '../../../printing/label-request.ts';
import { NeedTable } from '../../../printing/need-table.tsx';
import { PrintForm } from '../../../printing/print-form.tsx';
import { PrintLog } from '../../../printing/print-log.tsx';
import { PrinterChoice } from '../../../printing/printer-choice.tsx';
import { type ThisPrinter, thisPrinter } from '../../../printing/this-printer.ts';
import { timeZoneOf } from '../time-zone.ts';
import { sourcesOf } from './list-job.ts';

type ListPageProps = {
  readonly params: Promise<{ readonly listId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: ListPageProps): Promise<Metadata> {
  const context = await openContext();
  const list = await labelList(context, (await params).listId);
  const t = await getTranslations('labels');
  return { title: `${list?.name || t('fromPaste')} · ${t('title')}` };
}

/** One list of labels: what is printed of it, on what, and what was. */
export default async function LabelListPage({ params, searchParams }: ListPageProps) {
  const context = await openContext();
  const list = await labelList(context, (await params).listId);
  if (!list) notFound();
  const t = await getTranslations();
  const notAllowed = forbidden(context, 'print-labels');
  const asked = readLabelRequest(await searchParams);
  const printer = await thisPrinter(context);
  const printed = list.prints.reduce((sum, { labelCount }) => sum + labelCount, 0);
  const sources = sourcesOf(list);
  return (
    <>
      <PageHeader
        parent={{ href: '/labels', label: t('labels.title') }}
        title={list.name === '' ? t('labels.fromPaste') : list.name}
        lead={t('item-labels.lead')}
      />
      <div className="flex flex-col gap-4">
        {notAllowed && <Problems problems={[notAllowed]} />}
        {asked && !notAllowed && (
          <Alert level="blocking" title={t('item-labels.notPrinted')}>
            {t('item-labels.notPrintedFix')}
          </Alert>
        )}
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          <Stat label={t('item-labels.needed')} value={<Quantity value={list.labelCount} />} />
          <Stat
            label={t('item-labels.printed')}
            value={<Quantity value={printed} />}
            detail={
              printed === 0
                ? undefined
                : printed < list.labelCount
                  ? t('item-labels.fewer', { count: list.labelCount - printed })
                  : t('labels.enough')
            }
          />
        </div>
        {!notAllowed && (
          <>
            <PrinterChoice {...printer} />
            <PrintForm
              key={printer.chosen?.id}
              address={`/labels/${list.id}`}
              lines={sources}
              isList
              initial={asked ?? firstOf(list, printer)}
              faults={faultsOf(printer.chosen)}
            />
          </>
        )}
        <NeedTable lines={sources} printed={printedSoFar(list.prints)} isList />
        <PrintLog prints={list.prints} timeZone={timeZoneOf(context)} />
      </div>
    </>
  );
}

function firstOf({ prints }: LabelList, { chosen }: ThisPrinter): LabelRequest {
  if (chosen) return requestForPrinter(chosen);
  const last = prints[0]?.format;
  return firstRequest(last !== undefined && isStockListed(last) ? last : 'Letter_30');
}
