import { getLocale, getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { DateTimeText } from '#components/ui/times';
import { LookAgainNote } from '#components/wizard/look-again-note';
import { formatDuration } from '#lib/i18n';
import { type Instant, type Marketplace, MINUTE } from '#lib/kernel';
import { STALE_AFTER_MS } from '#lib/orders';
import type { SyncState } from '#lib/orders/server';

type SyncAgeProps = {
  readonly sync: SyncState;
  readonly store: Marketplace;
  readonly now: Instant;
};

/** How old the list is; it stands in the heading at all times. */
export async function SyncAge({ sync: { syncedAt }, store, now }: SyncAgeProps) {
  const t = await getTranslations('orders.sync');
  if (syncedAt === undefined) return t('never', { store: store.domain });
  const age = formatDuration(await getLocale(), now - syncedAt);
  return (
    <>
      {t('age', { store: store.domain, age })} (
      <DateTimeText at={syncedAt} timeZone={store.timeZone} />)
    </>
  );
}

const PATIENCE = 5 * MINUTE;

type SyncNotesProps = Omit<SyncAgeProps, 'store'> & {
  /** When the reader pressed the button, if he did. */
  readonly askedAt?: Instant;
};

/** What the reader must know of the synchronisation before working from the list. */
export async function SyncNotes({ sync, now, askedAt }: SyncNotesProps) {
  const t = await getTranslations('orders.sync');
  const { syncedAt, isRoleMissing, problems } = sync;
  const isAsking =
    askedAt !== undefined &&
    problems.length === 0 &&
    now - askedAt < PATIENCE &&
    (syncedAt ?? 0) < askedAt;
  const isStale = syncedAt !== undefined && now - syncedAt > STALE_AFTER_MS;
  return (
    <>
      {isAsking && <LookAgainNote reloads={false}>{t('underWay')}</LookAgainNote>}
      {problems.length > 0 && <Problems problems={problems} title={t('failed')} />}
      {isStale && !isAsking && (
        <Alert level="warning" title={t('staleTitle')}>
          {t('staleText')}
        </Alert>
      )}
      {isRoleMissing && (
        <Alert level="information" title={t('roleTitle')}>
          {t('roleText')}
        </Alert>
      )}
    </>
  );
}
