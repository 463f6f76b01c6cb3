import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { type Column, DataTable } from '#components/ui/data-table';
import { Quantity } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import { forbidden, type LabelListRow, labelLists, openContext } from '#lib/context/server';
import { LabelsForm } from './form.tsx';
import { timeZoneOf } from './time-zone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labels');
  return { title: t('title') };
}

/** Item labels that belong to no plan: from a paste or a file, and the lists of before. */
export default async function LabelsPage() {
  const context = await openContext();
  const t = await getTranslations('labels');
  const notAllowed = forbidden(context, 'print-labels');
  const lists = await labelLists(context);
  const timeZone = timeZoneOf(context);
  const columns: readonly Column<LabelListRow>[] = [
    {
      key: 'name',
      header: t('name'),
      wrap: true,
      cell: ({ id, name }) => (
        <TextLink href={`/labels/${id}`}>{name === '' ? t('fromPaste') : name}</TextLink>
      ),
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
  ];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-6xl flex-col gap-6">
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
