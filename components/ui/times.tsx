import { useLocale } from 'next-intl';

import { formatDate, formatDateTime, formatPlainDate, isoInstant } from '#lib/i18n';
import type { Instant } from '#lib/kernel';

type TimeProps = {
  readonly at: Instant;
  /** The store's zone: its deadlines run in it, wherever the reader sits. */
  readonly timeZone: string;
};

export function DateText({ at, timeZone }: TimeProps) {
  return (
    <time dateTime={isoInstant(at)} className="whitespace-nowrap">
      {formatDate(useLocale(), at, timeZone)}
    </time>
  );
}

export function DateTimeText({ at, timeZone }: TimeProps) {
  return (
    <time dateTime={isoInstant(at)} className="whitespace-nowrap">
      {formatDateTime(useLocale(), at, timeZone)}
    </time>
  );
}

type PlainDateProps = { readonly day: string };

/** A calendar day such as an expiry date, the same in every zone. */
export function PlainDateText({ day }: PlainDateProps) {
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {formatPlainDate(useLocale(), day)}
    </time>
  );
}
