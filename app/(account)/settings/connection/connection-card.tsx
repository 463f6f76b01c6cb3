import { getTranslations } from 'next-intl/server';
import { ProblemText } from '#components/problem-text';
import { Code } from '#components/ui/figures';
import { DefinitionList } from '#components/ui/definition-list';
import { Badge, Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { DateTimeText } from '#components/ui/times';
import type { ConnectionFacts } from '#lib/context';
import { marketplaceById } from '#lib/kernel';
import type { QueueState } from '#lib/orders/server';
import { chooseConnection, stopOrResume } from './actions.ts';
import { HealthPanel } from './health-panel.tsx';

type ConnectionCardProps = {
  readonly connection: ConnectionFacts;
  readonly queue: QueueState | undefined;
};

export async function ConnectionCard({ connection, queue }: ConnectionCardProps) {
  const t = await getTranslations('settings');
  return (
    <section
      aria-labelledby={`account-${connection.id}`}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h2 id={`account-${connection.id}`} className="text-lg font-semibold">
          {connection.name}
        </h2>
        {connection.kind === 'practice' && <Badge tone="info">{t('connection.practice')}</Badge>}
        <Status tone={connection.isStopped ? 'danger' : 'success'}>
          {t(connection.isStopped ? 'connection.stopped' : 'connection.open')}
        </Status>
      </div>
      <DefinitionList
        items={[
          {
            key: 'seller',
            term: t('connection.seller'),
            value: <Code>{connection.sellerId}</Code>,
          },
          { key: 'region', term: t('connection.region'), value: connection.region },
          {
            key: 'stores',
            term: t('connection.stores'),
            value: connection.marketplaceIds.map((id) => marketplaceById(id)?.domain).join(', '),
          },
          {
            key: 'changes',
            term: t('connection.changes'),
            value: <ChangesHeard queue={queue} />,
          },
        ]}
      />
      <HealthPanel connection={connection} />
      <div className="flex flex-wrap gap-2">
        <form action={chooseConnection}>
          <input type="hidden" name="connectionId" value={connection.id} />
          <SubmitButton variant="secondary">{t('connection.use')}</SubmitButton>
        </form>
        <form action={stopOrResume}>
          <input type="hidden" name="connectionId" value={connection.id} />
          <input type="hidden" name="stop" value={connection.isStopped ? 'no' : 'yes'} />
          <SubmitButton variant={connection.isStopped ? 'secondary' : 'danger'}>
            {t(connection.isStopped ? 'connection.resume' : 'connection.stop')}
          </SubmitButton>
        </form>
      </div>
      <p className="text-sm text-muted">{t('connection.stopHint')}</p>
    </section>
  );
}

type ChangesHeardProps = { readonly queue: QueueState | undefined };

/** How soon Firstleg knows of a change: told by Amazon, or by asking every three minutes. */
async function ChangesHeard({ queue }: ChangesHeardProps) {
  const t = await getTranslations('settings.connection');
  const [found] = queue?.problems ?? [];
  if (queue?.subscriptionId === undefined) {
    return (
      <>
        {t('changesAsked')}
        {found && (
          <>
            {' '}
            <ProblemText problem={found} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      {t('changesTold')}
      {queue.heardAt !== undefined && (
        <>
          {' '}
          {t('changesHeard')} <DateTimeText at={queue.heardAt} timeZone="UTC" />
        </>
      )}
    </>
  );
}
