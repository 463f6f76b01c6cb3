import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { ProblemText } from '#components/problem-text';
import { Alert } from '#components/ui/alert';
import { type Column, DataTable } from '#components/ui/data-table';
import { Disclosure } from '#components/ui/disclosure';
import { Quantity } from '#components/ui/figures';
import { DateTimeText } from '#components/ui/times';
import { LookAgainNote } from '#components/wizard/look-again-note';
import type { ListingsImport } from '#lib/listings/server';

type ImportPanelProps = { readonly report: ListingsImport; readonly timeZone: string };

const SHOWN = 200;

/** What became of the report that was read last. */
export async function ImportPanel({ report, timeZone }: ImportPanelProps) {
  const t = await getTranslations('listings.import');
  const { state, problems, refused, unknownColumns } = report;
  const name = report.fileName ?? t('fromAmazon');
  if (state === 'running') return <LookAgainNote>{t('running')}</LookAgainNote>;
  if (state === 'failed') return <Problems problems={problems} title={t('failed', { name })} />;
  return (
    <Alert
      level={refused.length > 0 ? 'warning' : 'success'}
      title={t('done', {
        name,
        read: report.read,
        added: report.added,
        changed: report.changed,
        refused: refused.length,
      })}
    >
      {report.finishedAt !== undefined && (
        <p className="text-sm text-muted">
          <DateTimeText at={report.finishedAt} timeZone={timeZone} />
        </p>
      )}
      {unknownColumns.length > 0 && (
        <p>
          {t('unknownColumns', { count: unknownColumns.length, names: unknownColumns.join(', ') })}
        </p>
      )}
      {refused.length > 0 && <RefusedRows report={report} />}
    </Alert>
  );
}

async function RefusedRows({ report }: Pick<ImportPanelProps, 'report'>) {
  const t = await getTranslations('listings.import');
  const { refused } = report;
  const hidden = refused.length - SHOWN;
  return (
    <Disclosure summary={t('refusedRows', { count: refused.length })} open={refused.length <= 20}>
      <DataTable
        id="refused-rows"
        caption={t('refusedCaption')}
        captionHidden
        rows={refused.slice(0, SHOWN)}
        rowKey={({ line, column, problem }) => `${line} ${column} ${problem.code}`}
        columns={columns(t)}
      />
      {hidden > 0 && <p className="mt-1 text-sm">{t('moreRows', { count: hidden })}</p>}
    </Disclosure>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'listings.import'>>>;

function columns(t: Words): readonly Column<ListingsImport['refused'][number]>[] {
  return [
    {
      key: 'line',
      header: t('line'),
      numeric: true,
      cell: ({ line }) => <Quantity value={line} />,
    },
    { key: 'column', header: t('column'), cell: ({ column }) => column ?? '—' },
    {
      key: 'reason',
      header: t('reason'),
      wrap: true,
      cell: ({ problem }) => <ProblemText problem={problem} />,
    },
  ];
}
