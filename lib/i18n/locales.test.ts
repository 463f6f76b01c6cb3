import { describe, expect, it } from 'vitest';

import { negotiateLocale } from './locales.ts';

describe('the language a reader gets', () => {
  it('is the one they chose, whatever the browser prefers', () => {
    expect(negotiateLocale('zh-CN', 'en-GB,en')).toBe('zh-CN');
    expect(negotiateLocale('en', 'zh-CN')).toBe('en');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-US,en;q=0.9,zh;q=0.1', 'en'],
    ['de-DE,de;q=0.9,zh;q=0.8,en;q=0.7', 'zh-CN'],
    ['en;q=0.3, zh;q=0.7', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('follows the browser: %s', (header, locale) => {
    expect(negotiateLocale(undefined, header)).toBe(locale);
  });

  it('does not believe a cookie that names no language of ours', () => {
    expect(negotiateLocale('tlh', 'zh')).toBe('zh-CN');
  });
});
