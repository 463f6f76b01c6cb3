import { createTranslator } from 'next-intl';
import { formatDateTime, type Locale } from '#lib/i18n';
import { messagesFor } from '#lib/i18n/server';
import { marketplaceById } from '#lib/kernel';
import type { NoticeKind } from './core/kinds.ts';

export type ToldNotice = {
  readonly kind: NoticeKind;
  readonly marketplaceId: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at: number;
};

/** More lines nobody reads in a letter; the page has them all. */
const MOST_LINES = 25;

function sayIn(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'notices' });
}

/** What a line about a notice is filled with, the same in a letter and on the page. */
export function lineFacts(locale: Locale, { subjectId, marketplaceId, facts }: ToldNotice) {
  const timeZone = marketplaceById(marketplaceId)?.timeZone ?? 'UTC';
  const { shipBy, count } = facts;
  return {
    subject: subjectId,
    count: typeof count === 'number' ? count : 0,
    time: typeof shipBy === 'number' ? formatDateTime(locale, shipBy, timeZone) : 'none',
  };
}

type LetterInput = {
  readonly locale: Locale;
  readonly kind: NoticeKind;
  readonly notices: readonly ToldNotice[];
  /** Where Firstleg is, without a slash at the end. */
  readonly baseUrl: string;
};

/** One letter about everything of a kind. It names orders, and never a person or an address. */
export function noticeLetter({ locale, kind, notices, baseUrl }: LetterInput) {
  const t = sayIn(locale);
  const count = notices.length;
  const lines = notices.slice(0, MOST_LINES).map((notice) => {
    const store = marketplaceById(notice.marketplaceId)?.domain ?? notice.marketplaceId;
    return `${store} · ${t(`kinds.${kind}.line`, lineFacts(locale, notice))}`;
  });
  const rest = count - lines.length;
  const text = [
    ...lines,
    ...(rest > 0 ? [t('letter.more', { count: rest })] : []),
    '',
    `${t('letter.see')} ${baseUrl}/notices?kind=${kind}`,
    ...foot(t, baseUrl),
  ];
  return { subject: t(`kinds.${kind}.subject`, { count }), text: text.join('\n') };
}

/** The test message; with the code where the address is not confirmed yet. */
export function testLetter(
  locale: Locale,
  { code, baseUrl }: { readonly code: string | undefined; readonly baseUrl: string },
) {
  const t = sayIn(locale);
  const text = [
    code === undefined ? t('letter.testText') : t('letter.codeText', { code }),
    ...foot(t, baseUrl),
  ];
  return { subject: t('letter.testSubject'), text: text.join('\n') };
}

function foot(t: ReturnType<typeof sayIn>, baseUrl: string): readonly string[] {
  return [
    '',
    '-- ',
    t('letter.unreliable'),
    `${t('letter.why')} ${baseUrl}/settings/notifications`,
  ];
}
