import { expect, test } from 'vitest';

import { PlaceTable } from './place-table.ts';

test('a file of many objects has every place where a reader looks for it', () => {
  const places = new PlaceTable();
  const numbers = Array.from({ length: 5_000 }, () => places.reserve());
  expect([numbers[0], numbers.at(-1), places.size]).toEqual([1, 5_000, 5_001]);
  places.startsAt(1, 4_000_000_000);
  places.isPacked(5_000, { stream: 70_000, index: 199 });
  const bytes = Buffer.from(places.bytes());
  expect(bytes).toHaveLength(7 * 5_001);
  const entry = (number: number): number[] => {
    const at = number * 7;
    return [bytes[at] ?? -1, bytes.readUInt32BE(at + 1), bytes.readUInt16BE(at + 5)];
  };
  expect(entry(0)).toEqual([0, 0, 0xffff]);
  expect(entry(1)).toEqual([1, 4_000_000_000, 0]);
  expect(entry(2)).toEqual([0, 0, 0]);
  expect(entry(5_000)).toEqual([2, 70_000, 199]);
});
