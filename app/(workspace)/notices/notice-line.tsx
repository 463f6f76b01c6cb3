import { getLocale, getTranslations } from 'next-intl/server';
import { Badge, Status, type Tone } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import { marketplaceById } from '#lib/kernel';
import { lineFacts, type NoticeKind } from '#lib/notices';
import type { KnownNotice } from '#lib/notices/server';

const TONES: Readonly<Record<NoticeKind, Tone>> = {
  'ship-by-passed': 'danger',
  'auto-cancel-near': 'danger',
  'auto-canceled': 'danger',
  'ship-by-near': 'warning',
  'plan-clock-near': 'warning',
  'cancel-asked': 'warning',
  'message-refused': 'warning',
  'feed-refused': 'warning',
  undeliverable: 'warning',
  'new-order': 'info',
  refunded: 'neutral',
};

type NoticeLineProps = { readonly notice: KnownNotice };

/** One notice: what it is, in which store, and the way to what it is about. */
export async function NoticeLine({ notice }: NoticeLineProps) {
  const t = await getTranslations('notices');
  const locale = await getLocale();
  const { kind, marketplaceId, at, isNew } = notice;
  const store = marketplaceById(marketplaceId);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <Status tone={TONES[kind]}>
          <TextLink href={placeOf(notice)}>
            <span className={isNew ? 'font-semibold' : undefined}>
              {t(`kinds.${kind}.line`, lineFacts(locale, notice))}
            </span>
          </TextLink>
        </Status>
      </div>
      <p className="flex items-center gap-2 text-sm text-muted">
        {isNew && <Badge tone="info">{t('newBadge')}</Badge>}
        {store?.domain} · <DateTimeText at={at} timeZone={store?.timeZone ?? 'UTC'} />
      </p>
    </li>
  );
}

function placeOf({ kind, subjectId }: KnownNotice) {
  if (kind === 'plan-clock-near') return `/inbound/${subjectId}`;
  return subjectId === '' ? '/orders' : `/orders/${subjectId}`;
}
