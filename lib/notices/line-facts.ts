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
  const { shipBy, count } = facts;
  return {
    subject: subjectId,
    count: typeof count === 'number' ? count : 0,
    time: typeof shipBy === 'number' ? formatDateTime(locale, shipBy, timeZone) : 'none',
  };
}
