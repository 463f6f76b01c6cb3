import { formatDateTime, type Locale } from '#lib/i18n';
import { marketplaceById } from '#lib/kernel';
import type { NoticeKind } from './core/kinds.ts';

export type ToldNotice = {
  readonly kind: NoticeKind;
  readonly marketplaceId: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at: number;
};

/** What a line about a notice is filled with, the same in a letter and on the page. */
export function lineFacts(
  locale: Locale,
  { subjectId, marketplaceId, facts }: Pick<ToldNotice, 'subjectId' | 'marketplaceId' | 'facts'>,
) {
  const timeZone = marketplaceById(marketplaceId)?.timeZone ?? 'UTC';
  const { shipBy, count, until = shipBy, plan, clock } = facts;
  return {
    subject: typeof plan === 'string' && plan !== '' ? plan : subjectId,
    count: typeof count === 'number' ? count : 0,
    // A sentence chooses by a word, and in a word of its syntax there are no hyphens.
    clock: typeof clock === 'string' ? clock.replaceAll('-', '_') : 'none',
    time: typeof until === 'number' ? formatDateTime(locale, until, timeZone) : 'none',
  };
}
