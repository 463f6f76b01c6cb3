import { describe, expect, test } from 'vitest';

import { problem, type Problem } from '#lib/kernel';

import { groupProblems } from './problem-groups.ts';
import { sentencesIn } from './testing/sentences.ts';

const english = sentencesIn('en');
const chinese = sentencesIn('zh-CN');

// A code without a sentence says nothing about its place, so the place is always told.
const at = (path: string, facts: Problem['facts'] = {}) => problem('some-code', facts, path);

describe('the place of a problem', () => {
  test.each([
    ['boxes.0.weight', 'Box 1, weight', '第 1 箱，重量'],
    ['boxes.2.dimensions', 'Box 3, dimensions', '第 3 箱，尺寸'],
    ['boxes.4', 'Box 5', '第 5 箱'],
    ['boxes.1.items.0.quantity', 'Box 2, item 1, quantity', '第 2 箱，第 1 项，数量'],
    ['groups.pg12-34.ABC-1', 'SKU ABC-1', 'SKU ABC-1'],
    ['groups.pg12-34.A.1.b', 'SKU A.1.b', 'SKU A.1.b'],
    ['lines.ABC-1', 'SKU ABC-1', 'SKU ABC-1'],
    ['lines.ABC-1.quantity', 'SKU ABC-1, quantity', 'SKU ABC-1，数量'],
    ['lines.A.1.quantity', 'SKU A.1, quantity', 'SKU A.1，数量'],
    ['lines.A.1.prepOwner', 'SKU A.1, prep owner', 'SKU A.1，预处理方'],
    ['lines.0.quantity', 'Line 1, quantity', '第 1 行，数量'],
    [
      'tracking.FBA15X1U000002',
      'Box FBA15X1U000002, tracking number',
      '箱子 FBA15X1U000002，追踪编号',
    ],
    ['windows.sh12-34', 'Delivery window', '送达时段'],
    ['shipments.FBA15X1', 'Shipment FBA15X1', '货件 FBA15X1'],
    ['listings.A.1.dimensions', 'SKU A.1, dimensions', 'SKU A.1，尺寸'],
    ['listings.1b4e28ba-2fa1-41d2-883f-0016d3cca427', 'Listing', '商品'],
    ['labels.1.copies', 'Label 2, number of copies', '第 2 种标签，份数'],
    ['stock.offsetXMm', 'Label stock, horizontal offset', '标签纸，水平偏移'],
    ['address.postalCode', 'Address, postal code', '地址，邮编'],
    ['skus.A.1', 'SKU A.1', 'SKU A.1'],
    ['shipDate', 'Ship date', '发货日期'],
    ['name', 'Name', '名称'],
    ['shipFrom', 'Ship-from address', '发货地址'],
  ])('%s is %s and %s', (path, inEnglish, inChinese) => {
    expect(english.where(at(path))).toBe(inEnglish);
    expect(chinese.where(at(path))).toBe(inChinese);
  });

  test('a SKU that is a number or ends like a field is recognised by the facts', () => {
    expect(english.where(at('lines.7.quantity', { subject: '7' }))).toBe('SKU 7, quantity');
    expect(english.where(at('lines.Big.weight', { subject: 'Big.weight' }))).toBe('SKU Big.weight');
  });

  test('a place that nobody knows is not made up', () => {
    expect(english.where(at('whatever.deep'))).toBeUndefined();
    expect(english.where(problem('some-code'))).toBeUndefined();
  });

  test('is not told twice when the sentence tells it', () => {
    const empty = problem('box-is-empty', { box: 3 }, 'boxes.2');
    expect(english.what(empty)).toBe('Box 3 is empty.');
    expect(english.where(empty)).toBeUndefined();
  });
});

describe('the facts of a problem', () => {
  test('money comes with its currency', () => {
    const changed = problem('placement-fee-changed', { fee: 123_456, currency: 'USD' });
    expect(english.what(changed)).toContain('$1,234.56');
    expect(chinese.what(changed)).toContain('1,234.56');
    expect(english.what(problem('freight-changed', { cost: 980, currency: 'JPY' }))).toContain(
      '¥980',
    );
  });

  test('one thing is told as one, several as several', () => {
    const missing = (count: number) =>
      english.what(problem('box-ids-missing', { shipment: 'FBA1', missing: count }));
    expect(missing(1)).toContain('1 box of');
    expect(missing(1_200)).toContain('1,200 boxes of');
  });

  test('an owner nobody has named and an owner nobody accepts are told apart from others', () => {
    const refused = (owner: string, allowed: readonly string[]) =>
      problem('owner-not-allowed', { sku: 'A', field: 'prepOwner', owner, allowed });
    expect(english.what(refused('', ['SELLER']))).toBe('Nobody is named yet who preps A.');
    expect(english.fix(refused('AMAZON', ['SELLER', 'NONE']))).toContain('Seller and Nobody');
    expect(english.fix(refused('AMAZON', []))).toContain('accepts nobody');
    expect(chinese.what(refused('AMAZON', []))).toContain('亚马逊');
  });

  test('codes of ours are put into words', () => {
    expect(english.what(problem('not-allowed', { act: 'spend-money', role: 'packer' }))).toBe(
      'Your role (packer) does not allow you to confirm what costs money.',
    );
    expect(
      english.what(problem('marketplace-not-connected', { marketplace: 'A1PA6795UKMFR9' })),
    ).toContain('amazon.de');
    expect(english.what(problem('awaiting-amazon', { errand: 'create-plan' }))).toContain(
      'Amazon is creating the plan',
    );
    expect(chinese.what(problem('step-locked', { step: 'packing' }))).toContain('“装箱”');
  });
});

describe('a refusal of Amazon’s', () => {
  const known = { amazonCode: 'FBA_INB_0182', amazonMessage: 'Prep is required.', subject: 'A.1' };

  test('that we can explain is explained, beside Amazon’s own words', () => {
    const refused = problem('amazon-refused', { ...known, requestId: 'req-1' }, 'lines.A.1');
    const [group] = groupProblems([refused], english);
    expect(group).toMatchObject({
      lines: [
        { where: 'SKU A.1', what: 'Amazon does not know how this product has to be prepared.' },
      ],
      amazonMessages: ['Prep is required.'],
      requestIds: ['req-1'],
    });
    expect(group?.fix).toContain('prep category');
    expect(chinese.what(refused)).toContain('预处理分类');
  });

  test('that we cannot explain is told by its code and in Amazon’s words', () => {
    const facts = { amazonCode: 'FBA_INB_9999', amazonMessage: 'New.', amazonDetails: 'More.' };
    const [group] = groupProblems([problem('amazon-refused', facts)], english);
    expect(group?.lines[0]?.what).toContain('FBA_INB_9999');
    expect(group?.amazonMessages).toEqual(['New.', 'More.']);
  });

  test('of a product names the reason for which FBA does not take it', () => {
    const facts = { sku: 'A.1', amazonCode: 'FBA_INB_0051' };
    const refused = problem('not-eligible', facts, 'listings.A.1');
    expect(english.what(refused)).toBe('Amazon has blocked this product for FBA.');
    expect(english.where(refused)).toBe('SKU A.1');
  });
});

test('a code without a sentence is told by its code', () => {
  expect(english.what(problem('never-heard-of'))).toBe('This was refused (never-heard-of).');
});
