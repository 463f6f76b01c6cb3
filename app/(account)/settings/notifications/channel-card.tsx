import { getTranslations } from 'next-intl/server';
import { Badge } from '#components/ui/status';
import { LOCALE_NAMES } from '#lib/i18n';
import type { KnownChannel } from '#lib/notices/server';
import { ConfirmForm, RemoveButton, RenewButton, TestButton } from './channel-acts.tsx';

type ChannelCardProps = { readonly channel: KnownChannel };

/** One way to the member: where it leads, whether messages arrive, and what can be done with it. */
export async function ChannelCard({ channel }: ChannelCardProps) {
  const t = await getTranslations('settings.notifications');
  const { id: channelId, target, locale, verifiedAt } = channel;
  const isWebhook = channel.channel === 'webhook';
  const isConfirmed = verifiedAt !== undefined;
  return (
    <li className="flex flex-col gap-3 rounded border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone="neutral">{t(`channels.${channel.channel}`)}</Badge>
        <span className={isWebhook ? 'font-mono text-sm break-all' : 'break-all'}>{target}</span>
        {!isWebhook && <span className="text-sm text-muted">{LOCALE_NAMES[locale]}</span>}
        <Badge tone={isConfirmed ? 'success' : 'warning'} icon={isConfirmed ? 'check' : 'alert'}>
          {t(isConfirmed ? 'confirmed' : 'unconfirmed')}
        </Badge>
      </div>
      {!isConfirmed && isWebhook && <p className="text-sm text-muted">{t('webhookWaits')}</p>}
      {!isConfirmed && !isWebhook && <ConfirmForm channelId={channelId} />}
      <div className="flex flex-wrap items-start gap-2">
        <TestButton channelId={channelId} target={target} />
        {isWebhook && <RenewButton channelId={channelId} target={target} />}
        <RemoveButton channelId={channelId} target={target} />
      </div>
    </li>
  );
}
