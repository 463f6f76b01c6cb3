import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { openAccount } from '#lib/context/server';
import { channelsOf, sendingsOf } from '#lib/notices/server';
import { post } from '#lib/post/server';
import { SettingsTabs } from '../settings-tabs.tsx';
import { MailForm, WebhookForm } from './add-forms.tsx';
import { ChannelCard } from './channel-card.tsx';
import { KindsForm } from './kinds-form.tsx';
import { SendingsTable } from './sendings-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.notifications');
  return { title: t('tab') };
}

/** Where the member is told of things besides in Firstleg, and of which. */
export default async function NotificationsPage() {
  const t = await getTranslations('settings.notifications');
  const account = await openAccount();
  const [channels, sendings] = await Promise.all([channelsOf(account), sendingsOf(account)]);
  const confirmed = channels.filter(({ verifiedAt }) => verifiedAt !== undefined);
  const isOwnKnown = channels.some(({ target }) => target === account.session.user.email);
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <SettingsTabs here="notifications" />
      <Alert level="information" title={t('unreliableTitle')}>
        {t('unreliableText')}
      </Alert>
      {channels.length > 0 && (
        <ul aria-label={t('channelsLabel')} className="flex flex-col gap-3">
          {channels.map((channel) => (
            <ChannelCard key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {confirmed.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('kindsTitle')}</h2>
          <KindsForm
            key={confirmed.map(({ id }) => id).join()}
            channels={confirmed.map(({ id, target, kinds }) => ({ id, target, kinds }))}
          />
        </section>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('emailTitle')}</h2>
        {post().canMail ? (
          <>
            <p className="max-w-[70ch] text-muted">{t('emailText')}</p>
            <MailForm own={isOwnKnown ? '' : account.session.user.email} />
          </>
        ) : (
          <Alert level="information" title={t('noMailTitle')}>
            {t('noMailText')}
          </Alert>
        )}
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('webhookTitle')}</h2>
        <p className="max-w-[70ch] text-muted">{t('webhookText')}</p>
        <WebhookForm />
      </section>
      {channels.length > 0 && <SendingsTable sendings={sendings} channels={channels} />}
    </div>
  );
}
