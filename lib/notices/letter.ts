import { createTranslator } from 'next-intl';
import type { Locale } from '#lib/i18n';
import { messagesFor } from '#lib/i18n/server';
import { marketplaceById } from '#lib/kernel';
import type { NoticeKind } from './core/kinds.ts';
import { lineFacts, type ToldNotice } from './line-facts.ts';

/** More lines nobody reads in a letter; the page has them all. */
const MOST_LINES = 25;

function sayIn(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'notices' });
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
