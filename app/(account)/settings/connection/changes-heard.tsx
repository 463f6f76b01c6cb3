import { getTranslations } from 'next-intl/server';
import { ProblemText } from '#components/problem-text';
import { DateTimeText } from '#components/ui/times';
import type { QueueState } from '#lib/orders/server';

type ChangesHeardProps = { readonly queue: QueueState | undefined };

/** How soon Firstleg knows of a change: told by Amazon, or by asking every three minutes. */
export async function ChangesHeard({ queue }: ChangesHeardProps) {
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
