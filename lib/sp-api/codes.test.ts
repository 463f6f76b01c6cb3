import { readFileSync } from 'node:fs';

import { findModels, WITHOUT_MODELS } from '#lib/sp-api-contract/testing';
import { describe, expect, test } from 'vitest';

import { AMAZON_CODES, amazonCode } from './codes.ts';

type Sentences = Readonly<Record<string, { readonly what: string; readonly fix: string }>>;

// The sentences lie with all others, in a room that this one may not import.
function sentencesIn(locale: string): Sentences {
  const file = new URL(`../i18n/messages/${locale}/amazon.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const english = sentencesIn('en');
const chinese = sentencesIn('zh-CN');

const CODES = AMAZON_CODES.map((known) => known.code).sort();

describe('the codes of Amazon that we can explain', () => {
  test('each is there once', () => {
    expect(new Set(CODES).size).toBe(CODES.length);
  });

  test.each([
    ['English', english],
    ['Chinese', chinese],
  ])('each says in %s what it means and how to mend it, and nothing else is said', (_, said) => {
    expect(Object.keys(said).sort()).toEqual(CODES);
    const texts = Object.values(said).flatMap((sentence) => [sentence.what, sentence.fix]);
    for (const text of texts) {
      expect(text.trim().length).toBeGreaterThan(4);
      expect(text).not.toMatch(/[{}<>]/);
    }
    expect(new Set(Object.values(said).map((sentence) => sentence.what)).size).toBe(CODES.length);
  });

  test('no Chinese sentence was left in English', () => {
    for (const { what, fix } of Object.values(chinese)) {
      expect(what).toMatch(/\p{Script=Han}/u);
      expect(fix).toMatch(/\p{Script=Han}/u);
    }
  });

  test('every code that a missing order of things can cause is known', () => {
    for (const number of [
      '0005',
      '0043',
      '0049',
      '0078',
      '0115',
      '0117',
      '0180',
      '0181',
      '0182',
      '0313',
      '0317',
      '0322',
      '0344',
      '0354',
      '0364',
      '0422',
      '0465',
      '0469',
    ])
      expect(amazonCode(`FBA_INB_${number}`), number).toBeDefined();
    expect(amazonCode('InternalServerError')?.topic).toBe('amazon');
    expect(amazonCode('FBA_INB_9999')).toBeUndefined();
  });

  test('every reason the eligibility preview can give is known', (context) => {
    const model = findModels()?.get('eligibility') ?? context.skip(WITHOUT_MODELS);
    const preview = model.definitions['ItemEligibilityPreview'];
    const reasons = preview?.properties?.['ineligibilityReasonList']?.items?.enum ?? [];
    expect(reasons).toHaveLength(41);
    expect(reasons.filter((reason) => amazonCode(reason) === undefined)).toEqual([]);
  });
});
