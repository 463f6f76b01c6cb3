import { expect, test } from 'vitest';
import { messagesFor } from '#lib/i18n/testing';
import { skuIn, stumblingOver, TROUBLES, troublesIn } from './troubles.ts';

test('each trouble is known again by the rules it makes', () => {
  for (const { name, rules } of TROUBLES) expect([...troublesIn(rules)]).toEqual([name]);
  expect(troublesIn([]).size).toBe(0);
  expect(troublesIn(TROUBLES.flatMap(({ rules }) => rules)).size).toBe(TROUBLES.length);
});

test('a SKU to stumble over is known again, and is no general trouble', () => {
  expect(skuIn(stumblingOver('MUG-1'))).toBe('MUG-1');
  expect(troublesIn(stumblingOver('MUG-1')).size).toBe(0);
  expect([stumblingOver(''), skuIn([])]).toEqual([[], '']);
});

test.each(['en', 'zh-CN'] as const)('each trouble has a name in %s', (locale) => {
  const named = Object.keys(messagesFor(locale).practice.troubles.names);
  expect(named.toSorted()).toEqual(TROUBLES.map(({ name }) => name).toSorted());
});
