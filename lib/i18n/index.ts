// Languages: which one a reader gets, the sentences, and how numbers, money, measures and times are
// written in it. Pure and safe for the browser; never holds a rule about goods.
export * from './format.ts';
export * from './format-time.ts';
export {
  DEFAULT_LOCALE,
  isLocale,
  type Locale,
  LOCALE_COOKIE,
  LOCALE_NAMES,
  LOCALES,
  negotiateLocale,
} from './locales.ts';
export type { Messages, Namespace } from './messages.ts';
