import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { mayDo } from '#lib/auth';
import {
  type AccountContext,
  connectionsOf,
  openAccount,
  problemsOfConsent,
} from '#lib/context/server';
import { env } from '#lib/env';
import { problem } from '#lib/kernel';
import { readQueueState } from '#lib/orders/server';
import { connectingOf } from '../../../connecting.ts';
import { SettingsTabs } from '../settings-tabs.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { AmazonForm, ConsentForm, PracticeForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('connection.tab') };
}

type ConnectionPageProps = {
  /** the attempt to connect by consent that did not end in a connection */
  readonly searchParams: Promise<{ readonly consent?: string }>;
};

/** The Amazon accounts of the workspace: how they are, and how another is connected. */
export default async function ConnectionPage({ searchParams }: ConnectionPageProps) {
  const t = await getTranslations('settings');
  const account = await openAccount();
  const { db, workspaceId, actor } = account;
  const connections = await connectionsOf(db, workspaceId);
  const queues = await Promise.all(
    connections.map((connection) => readQueueState({ db, workspaceId, connection })),
  );
  const { consent } = await searchParams;
  const refused = consent === undefined ? [] : await refusalsOf(account, consent);
  const hasApp = env().amazonApp !== undefined;
  const mayManage = mayDo(actor.role, 'manage-connections');
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <SettingsTabs here="connection" />
      <Problems problems={refused} title={t('connection.consent.failed')} />
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
          <p className="max-w-[70ch] text-muted">{t('connection.consent.practiceText')}</p>
          <ConsentForm kind="practice" />
        </section>
      )}
      {mayManage && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('connection.addAmazon')}</h2>
          <p className="max-w-[70ch] text-muted">
            {t(hasApp ? 'connection.consent.amazonText' : 'connection.consent.notSetUp')}
          </p>
          {hasApp && <ConsentForm kind="amazon" />}
          <p className="max-w-[70ch] text-muted">{t('connection.amazonText')}</p>
          <AmazonForm />
        </section>
      )}
    </div>
  );
}

async function refusalsOf(account: AccountContext, attemptId: string) {
  const known = await problemsOfConsent(connectingOf(account), attemptId);
  return known.length > 0 ? known : [problem('consent-state-wrong')];
}
