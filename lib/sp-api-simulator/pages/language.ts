export type Language = 'en' | 'zh';

/** The language that was asked for, else the one that the browser would rather read. */
export function languageOf(asked: string | null | undefined, accepted: string | null): Language {
  if (asked === 'en' || asked === 'zh') return asked;
  const first = accepted?.split(',').find((each) => /^\s*(en|zh)\b/i.test(each));
  return first?.trim().toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}

export const LANG_TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
