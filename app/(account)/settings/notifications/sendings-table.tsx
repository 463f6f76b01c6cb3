import { getTranslations } from 'next-intl/server';
import { ProblemText } from '#components/problem-text';
import { DataTable } from '#components/ui/data-table';
import { Status, type Tone } from '#components/ui/status';
import { DateTimeText } from '#components/ui/times';
import type { KnownChannel, KnownSending } from '#lib/notices/server';

const TONES: Readonly<Record<KnownSending['state'], Tone>> = {
  waiting: 'info',
  sent: 'success',
  failed: 'danger',
};

type SendingsTableProps = {
  readonly sendings: readonly KnownSending[];
  readonly channels: readonly KnownChannel[];
};

/** What last left for the member, and why something did not. */
export async function SendingsTable({ sendings, channels }: SendingsTableProps) {
  const t = await getTranslations('settings.notifications');
  const kinds = await getTranslations('notices.kinds');
  return (
    <DataTable
      id="sendings"
      caption={t('sendings')}
      rows={sendings}
      rowKey={({ id }) => id}
      grow
      empty={<p className="text-muted">{t('noSendings')}</p>}
      columns={[
        {
          key: 'at',
          header: t('sendingAt'),
          cell: ({ createdAt }) => <DateTimeText at={createdAt} timeZone="UTC" />,
        },
        {
          key: 'what',
          header: t('what'),
          cell: ({ kind, notices }) =>
            kind === 'test' ? t('testMessage') : kinds(`${kind}.subject`, { count: notices }),
        },
        {
          key: 'target',
          header: t('target'),
          cell: ({ channelId }) => (
            <span className="block max-w-64 truncate">
              {channels.find(({ id }) => id === channelId)?.target}
            </span>
          ),
        },
        {
          key: 'state',
          header: t('state'),
          wrap: true,
          cell: ({ state, attempts, problems: [found] }) => (
            <>
              <Status tone={TONES[state]}>{t(`states.${state}`, { attempts })}</Status>
              {found && (
                <p className="text-sm text-muted">
                  <ProblemText problem={found} />
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
