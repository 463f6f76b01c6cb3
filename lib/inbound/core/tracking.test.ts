import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import { anOwnOffer, aShipment, aTransportOffer } from '../testing/plans.ts';
import { checkTracking, couriersOf, readTrackingBlock, tidyTrackingNumber } from './tracking.ts';

const ids = ['FBA15ABCDEFGU000001', 'FBA15ABCDEFGU000002'];
const [first = '', second = ''] = ids;
// Numbers whose check digits are right.
const UPS = ['1Z5R89390357567127', '1Z879E930346834440', '1Z410E7W0392751591'];
const [one = '', two = ''] = UPS;
const FEDEX = '986578788855';

const own = (carrierName = 'Other', carrierCode?: string) => {
  const { carrierCode: _, ...offer } = anOwnOffer({ carrierName });
  return aShipment({ transport: carrierCode ? { ...offer, carrierCode } : offer });
};
const check = (numbers: readonly string[], shipment = own()) =>
  checkTracking(
    shipment,
    numbers.map((number, index) => ({ boxId: ids[index] ?? '', number })),
  );

describe('a pasted block of tracking numbers', () => {
  it('goes to the boxes in order where it has numbers only', () => {
    expect(readTrackingBlock(`${one}\r\n\r\n${two}\n`, ids)).toEqual([
      { boxId: first, number: one },
      { boxId: second, number: two },
    ]);
  });

  it('has a number too many told, not dropped', () => {
    expect(readTrackingBlock('A\nB\nC', ids)[2]).toEqual({ boxId: '', number: 'C' });
    const found = checkTracking(own(), readTrackingBlock('A\nB\nC', ids));
    expect(codes(found)).toEqual(['tracking-for-unknown-box']);
  });

  it.each([
    `${first}\t${one}`,
    `${one}\t${first}`,
    `${first},${one}`,
    `${first}; ${one}`,
    `${first} ${one}`,
    `${one} ${first}`,
    `${first.toLowerCase()} ${one.toLowerCase()}`,
    `${one.toLowerCase()} ${first.toLowerCase()}`,
    `  ${first}    ${one}  `,
    `${first}\t\t${one}`,
    `${first}\t1Z 5R8  939 03 5756 7127`,
    `${first} 1Z 5R8 939 03 5756 7127`,
  ])('is understood as "%s"', (line) => {
    expect(readTrackingBlock(line, ids)).toEqual([{ boxId: first, number: one }]);
  });

  it('knows a box without a number', () => {
    expect(readTrackingBlock(`${first}\t`, ids)).toEqual([{ boxId: first, number: '' }]);
  });

  it('R103: reads back any order of boxes and columns', () => {
    const many = Array.from(
      { length: 12 },
      (_, n) => `FBA15ABCDEFGU${String(n + 1).padStart(6, '0')}`,
    );
    const boxes = many.map((boxId, n) => ({ packageId: `p${n}`, boxId, items: [] }));
    const row = fc.record({
      swapped: fc.boolean(),
      separator: fc.constantFrom('\t', ',', ';', ' , ', '   ', ' '),
      lower: fc.boolean(),
    });
    const layout = fc.tuple(
      fc.shuffledSubarray(many, { minLength: 12 }),
      fc.array(row, { minLength: 12, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    );
    const numberOf = (boxId: string) => `TRK${boxId.slice(-4)}X`;
    fc.assert(
      fc.property(layout, ([order, rows, end]) => {
        const text = order
          .map((boxId, n) => {
            const { swapped = false, separator = '\t', lower = false } = rows[n] ?? {};
            const cells = [boxId, numberOf(boxId)];
            const line = (swapped ? cells.toReversed() : cells).join(separator);
            return lower ? line.toLowerCase() : line;
          })
          .join(end);
        const entries = readTrackingBlock(text, many);
        expect(entries).toEqual(order.map((boxId) => ({ boxId, number: numberOf(boxId) })));
        const shipment = { ...own(), boxes };
        expect(checkTracking(shipment, entries)).toEqual({ blocking: [], warnings: [] });
      }),
    );
  });

  it('is tidied', () => {
    expect(tidyTrackingNumber(' 1z 5r8 939\t03 ')).toBe('1Z5R893903');
  });
});

describe('R103: one number for one box', () => {
  it('passes', () => {
    expect(check([one, two], own('UPS'))).toEqual({ blocking: [], warnings: [] });
  });

  it('misses a number', () => {
    expect(check([one]).blocking).toEqual([
      { code: 'tracking-missing', facts: { box: second }, at: `tracking.${second}` },
    ]);
    expect(check([one, '']).blocking).toEqual([
      { code: 'tracking-missing', facts: { box: second }, at: `tracking.${second}` },
    ]);
    const { boxId: _, ...nameless } = aShipment().boxes[0] ?? { packageId: '', items: [] };
    expect(codes(check([], { ...own(), boxes: [nameless] }))).toEqual(['tracking-missing']);
  });

  it('refuses the same number for two boxes', () => {
    expect(check([one, one]).blocking).toEqual([
      {
        code: 'tracking-twice',
        facts: { box: second, number: one, twin: first },
        at: `tracking.${second}`,
      },
    ]);
  });

  it('refuses a second number for a box', () => {
    const entries = [one, two, 'THIRD'].map((number, index) => ({
      boxId: [first, second, first][index] ?? '',
      number,
    }));
    expect(checkTracking(own(), entries).blocking).toEqual([
      {
        code: 'tracking-second-for-box',
        facts: { box: first, number: 'THIRD' },
        at: `tracking.${first}`,
      },
    ]);
  });

  it('takes 64 signs of letters, digits, point, dash and underscore', () => {
    expect(codes(check(['A'.repeat(64), 'a-b_c.1'.toUpperCase()]))).toEqual([]);
    expect(codes(check(['A'.repeat(65), two]))).toEqual(['tracking-too-long']);
    for (const odd of ['12/34', '12 34', 'ÄÖ', 'abc']) {
      expect(codes(check([odd, two]))).toEqual(['tracking-odd-sign']);
    }
  });

  it("doubts a number that is not in the carrier's format", () => {
    expect(warningCodes(check([one, two], own('UPS Ground', 'UPSN')))).toEqual([]);
    expect(check([one, FEDEX], own('UPS')).warnings).toEqual([
      {
        code: 'tracking-not-in-format',
        facts: { number: FEDEX, carrier: 'UPS', fits: couriersOf(FEDEX) },
        at: `tracking.${second}`,
      },
    ]);
    expect(warningCodes(check([one, two], own('FEDEX GROUND', 'FDEG')))).toEqual([
      'tracking-not-in-format',
      'tracking-not-in-format',
    ]);
    expect(couriersOf(one)).toEqual(['ups']);
    expect(couriersOf(FEDEX)).toContain('fedex');
  });

  it('leaves unknown carriers their own format', () => {
    expect(check(['ANY-1', 'ANY-2'], own('Yodel'))).toEqual({ blocking: [], warnings: [] });
    const { transport: _, ...bare } = own();
    expect(check(['ANY-1', 'ANY-2'], bare)).toEqual({ blocking: [], warnings: [] });
  });
});

it('R104: knows the boxes of the shipment', () => {
  const entries = [
    { boxId: 'FBA15ABCDEFGU000009', number: one },
    { boxId: first, number: two },
  ];
  expect(codes(checkTracking(own(), entries))).toEqual([
    'tracking-for-unknown-box',
    'tracking-missing',
  ]);
});

it('R106: a partnered carrier gives the numbers itself', () => {
  expect(codes(check([one, two], aShipment({ transport: aTransportOffer() })))).toEqual([
    'tracking-by-partner',
  ]);
});
