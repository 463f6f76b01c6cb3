import { expect, test } from 'vitest';
import type { PackEvent } from '#lib/inbound';
import {
  boxName,
  expectedNext,
  inOrderOfWork,
  lastPacked,
  otherBenches,
  totalsOf,
} from './station-view.ts';

const balance = (sku: string, packed: number, expected: number, groupId = 'pg1') => ({
  groupId,
  sku,
  packed,
  expected,
});
const BALANCES = [
  balance('DONE', 5, 5),
  balance('POT', 0, 2, 'pg2'),
  balance('MUG', 3, 9),
  balance('CUP', 0, 4),
  balance('LID', 6, 5),
];
const packed = (station: string, sequence: number, sku: string): PackEvent => ({
  id: `${station}-${sequence}`,
  station,
  at: sequence,
  kind: 'packed',
  boxId: 'A-1',
  sku,
  units: 1,
});

test('what is too many comes first, then more of the same, then the rest, and what is done last', () => {
  const order = inOrderOfWork(BALANCES, { last: { sku: 'MUG' } });
  expect(order.map(({ sku }) => sku)).toEqual(['LID', 'MUG', 'POT', 'CUP', 'DONE']);
  expect(expectedNext(order)?.sku).toBe('MUG');
  expect(inOrderOfWork(BALANCES, { groupId: 'pg2' }).map(({ sku }) => sku)).toEqual(['POT']);
  expect(expectedNext([balance('DONE', 5, 5)])).toBeUndefined();
});

test('surplus of one product does not hide what another lacks', () => {
  expect(totalsOf(BALANCES)).toEqual({ packed: 14, expected: 25, left: 12, surplus: 1 });
});

test('the last item of a bench is its own, and none that it took back', () => {
  const undone: PackEvent = { id: 'A-3', station: 'A', at: 3, kind: 'undone', eventId: 'A-2' };
  const log = [packed('A', 1, 'MUG'), packed('A', 2, 'CUP'), undone, packed('B', 4, 'POT')];
  expect(lastPacked(log, 'A')).toMatchObject({ sku: 'MUG' });
  expect(lastPacked(log, 'C')).toBeUndefined();
});

test('benches that did something in the last ten minutes are there', () => {
  const log = [packed('OLD', 1, 'MUG'), packed('A', 700_000, 'MUG'), packed('B', 700_001, 'MUG')];
  expect(otherBenches(log, 'A')).toBe(1);
  expect(otherBenches([], 'A')).toBe(0);
});

test('a box is called by the order in which it was begun', () => {
  const boxes = ['A-1', 'B-1'].map((id) => ({ id, groupId: 'pg1', items: [], isClosed: false }));
  expect(boxName(boxes, 'B-1')).toEqual({ number: 2, label: 'B-1' });
});
