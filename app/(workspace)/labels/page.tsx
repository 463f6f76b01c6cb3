import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { Alert } from '#components/ui/alert';
import { type Column, DataTable } from '#components/ui/data-table';
import { Quantity } from '#components/ui/figures';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import {
  forbidden,
  type LabelListRow,
  labelLists,
  openContext,
  removedLabelList,
} from '#lib/context/server';
import { bringBackLabels, dropLabels } from './actions.ts';
import { LabelsForm } from './form.tsx';
import { timeZoneOf } from './time-zone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labels');
  return { title: t('title') };
}

type LabelsPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Item labels that belong to no plan: from a paste or a file, and the lists of before. */
export default async function LabelsPage({ searchParams }: LabelsPageProps) {
  const context = await openContext();
  const t = await getTranslations('labels');
  const notAllowed = forbidden(context, 'print-labels');
  const lists = await labelLists(context);
  const { removed } = await searchParams;
  const gone = typeof removed === 'string' ? await removedLabelList(context, removed) : undefined;
  const nameOf = ({ name }: { readonly name: string }) => (name === '' ? t('fromPaste') : name);
  const timeZone = timeZoneOf(context);
  const columns: readonly Column<LabelListRow>[] = [
    {
      key: 'name',
      header: t('name'),
      wrap: true,
      cell: (list) => <TextLink href={`/labels/${list.id}`}>{nameOf(list)}</TextLink>,
    },
    {
      key: 'lines',
      header: t('lines'),
      numeric: true,
      cell: ({ lineCount }) => <Quantity value={lineCount} />,
    },
    {
      key: 'labels',
      header: t('labels'),
      numeric: true,
      cell: ({ labelCount }) => <Quantity value={labelCount} />,
    },
    {
      key: 'printed',
      header: t('printed'),
      numeric: true,
      cell: ({ printed }) => <Quantity value={printed} />,
    },
    { key: 'who', header: t('who'), cell: ({ actorName }) => actorName },
    {
      key: 'when',
      header: t('when'),
      cell: ({ createdAt }) => <DateTimeText at={createdAt} timeZone={timeZone} />,
    },
    ...(notAllowed
      ? []
      : [
          {
            key: 'act',
            header: <span className="sr-only">{t('act')}</span>,
            cell: (list: LabelListRow) => (
              <form action={dropLabels}>
                <input type="hidden" name="listId" value={list.id} />
                <SubmitButton
                  variant="quiet"
                  size="small"
                  aria-label={t('removeName', { name: nameOf(list) })}
                >
                  {t('remove')}
                </SubmitButton>
              </form>
            ),
          },
        ]),
  ];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-6xl flex-col gap-6">
        {gone && (
          <Alert
            level="information"
            live
            title={t('removed', { name: nameOf(gone) })}
            action={
              <form action={bringBackLabels}>
                <input type="hidden" name="listId" value={gone.id} />
                <SubmitButton size="small">{t('putBack')}</SubmitButton>
              </form>
            }
          />
        )}
        {notAllowed ? <Problems problems={[notAllowed]} /> : <LabelsForm />}
        <DataTable
          id="label-lists"
          caption={t('lists')}
          columns={columns}
          rows={lists}
          rowKey={({ id }) => id}
          empty={<p className="text-muted">{t('noLists')}</p>}
          grow
        />
      </div>
    </>
  );
}
