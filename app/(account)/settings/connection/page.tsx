import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProblemText } from '#components/problem-text';
import { Alert } from '#components/ui/alert';
import { Code } from '#components/ui/figures';
import { DefinitionList } from '#components/ui/definition-list';
import { Badge, Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { DateTimeText } from '#components/ui/times';
import { mayDo } from '#lib/auth';
import { connectionsOf, openAccount, recentCalls } from '#lib/context/server';
import type { ConnectionFacts } from '#lib/context';
import { marketplaceById } from '#lib/kernel';
import { type QueueState, readQueueState } from '#lib/orders/server';
import { SettingsTabs } from '../settings-tabs.tsx';
import { chooseConnection, stopOrResume } from './actions.ts';
import { AmazonForm, PracticeForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('connection.tab') };
}

/** The Amazon accounts of the workspace: how they are, and how another is connected. */
export default async function ConnectionPage() {
  const t = await getTranslations('settings');
  const { db, workspaceId, actor } = await openAccount();
  const connections = await connectionsOf(db, workspaceId);
  const queues = await Promise.all(
    connections.map((connection) => readQueueState({ db, workspaceId, connection })),
  );
  const mayManage = mayDo(actor.role, 'manage-connections');
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <SettingsTabs here="connection" />
      {connections.length === 0 && (
        <Alert level="information" title={t('connection.none')}>
          {t('connection.noneText')}
        </Alert>
      )}
      {connections.map((connection, place) => (
        <ConnectionCard key={connection.id} connection={connection} queue={queues[place]} />
      ))}
      {mayManage && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('connection.addPractice')}</h2>
          <p className="max-w-[70ch] text-muted">{t('connection.practiceText')}</p>
          <PracticeForm />
        </section>
      )}
      {mayManage && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('connection.addAmazon')}</h2>
          <p className="max-w-[70ch] text-muted">{t('connection.amazonText')}</p>
          <AmazonForm />
        </section>
      )}
    </div>
  );
}

type ConnectionCardProps = {
  readonly connection: ConnectionFacts;
  readonly queue: QueueState | undefined;
};

async function ConnectionCard({ connection, queue }: ConnectionCardProps) {
  const t = await getTranslations('settings');
  const calls = recentCalls(connection.id);
  const last = calls.at(-1);
  const failed = calls.filter((call) => call.codes.length > 0).length;
  return (
    <section className="flex flex-col gap-3 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-lg font-semibold">{connection.name}</h2>
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
          {
            key: 'calls',
            term: t('connection.calls'),
            value: t('connection.callCount', { count: calls.length, failed }),
          },
          {
            key: 'last',
            term: t('connection.lastCall'),
            value: last ? <DateTimeText at={last.at} timeZone="UTC" /> : t('connection.noCall'),
          },
        ]}
      />
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
