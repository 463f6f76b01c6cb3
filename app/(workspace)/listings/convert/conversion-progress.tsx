import { getTranslations } from 'next-intl/server';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code } from '#components/ui/figures';
import { LookAgainNote } from '#components/wizard/look-again-note';
import { isUnderWay, type Listing } from '#lib/listings';
import { ConversionText } from '../conversion-text.tsx';

type ConversionProgressProps = {
  readonly listings: readonly Listing[];
  /** Whether something is being filled in beside it, which a reload would lose. */
  readonly beside: boolean;
};

/** Every listing that is on its way or has arrived, and where it stands. */
export async function ConversionProgress({ listings, beside }: ConversionProgressProps) {
  const t = await getTranslations('convert');
  if (listings.length === 0) return null;
  const underWay = listings.filter(
    ({ conversion }) => conversion && isUnderWay(conversion.state),
  ).length;
  return (
    <section className="flex flex-col gap-2">
      {underWay > 0 && (
        <LookAgainNote reloads={!beside}>{t('underWay', { count: underWay })}</LookAgainNote>
      )}
      <DataTable
        id="conversions"
        caption={t('progress')}
        rows={listings}
        rowKey={({ id }) => id}
        columns={columns(t)}
      />
    </section>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'convert'>>>;

function columns(t: Words): readonly Column<Listing>[] {
  return [
    { key: 'sku', header: 'SKU', cell: ({ sku }) => <Code>{sku}</Code> },
    {
      key: 'state',
      header: t('state'),
      cell: (listing) => <ConversionText listing={listing} />,
    },
    {
      key: 'fnsku',
      header: 'FNSKU',
      cell: ({ fnsku }) => (fnsku === undefined ? '—' : <Code>{fnsku}</Code>),
    },
    {
      key: 'title',
      header: t('title'),
      cell: ({ title }) => <span className="block max-w-96 truncate">{title}</span>,
    },
  ];
}
