import { dimensionsOf, type Weight, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import {
  aBox,
  aDraft,
  aLine,
  aPackedPlan,
  aPackingOffer,
  aPlanWithGroups,
  GERMANY,
  JAPAN,
} from '../testing/plans.ts';
import { boxLimits } from './box-limits.ts';
import {
  boxCount,
  type ContentMethod,
  type InboundPlan,
  type PackingGroup,
  type PlannedBox,
  unitCount,
} from './inbound-plan.ts';
import { balances, boxesMeetGroups, checkBoxes, unitsIn } from './packing.ts';

const plan = aPlanWithGroups();
const withMethod = (contentMethod: ContentMethod, change: Partial<InboundPlan> = {}) => {
  const { packing, ...rest } = aPlanWithGroups(change);
  const offer = aPackingOffer({ contentMethods: [contentMethod] });
  return { ...rest, contentMethod, ...(packing && { packing: { ...packing, offer } }) };
};
const check = (...boxes: readonly PlannedBox[]) => checkBoxes(plan, boxes);

/** One unit of `line` in one box, so that only weight and size can be wrong. */
function single(
  unit: Parameters<typeof aLine>[0],
  box: Partial<PlannedBox>,
  change: Parameters<typeof aPlanWithGroups>[0] = {},
) {
  const one = aPlanWithGroups({ lines: [aLine({ ...unit, quantity: 1 })], ...change });
  return checkBoxes(one, [aBox({ copies: 1, items: [{ sku: 'MUG-RED', quantity: 1 }], ...box })]);
}

/** Boxes of two units with the given measures. */
function pair(box: Partial<PlannedBox>, marketplaceId?: string) {
  const two = aPlanWithGroups({
    lines: [aLine({ quantity: 2 })],
    ...(marketplaceId ? { marketplaceId } : {}),
  });
  return checkBoxes(two, [aBox({ copies: 1, items: [{ sku: 'MUG-RED', quantity: 2 }], ...box })]);
}

describe('boxes of jewelry', () => {
  it('R51: are lighter than others', () => {
    const rings = { isJewelry: true } as const;
    const heavy = single(rings, { weight: weightOf(41, 'LB') });
    expect(heavy.blocking).toMatchObject([
      { code: 'jewelry-box-too-heavy', facts: { limit: '40 lb' }, at: 'boxes.0.weight' },
    ]);
    expect(codes(single(rings, { weight: weightOf(51, 'LB') }))).toEqual(['jewelry-box-too-heavy']);
    expect(codes(single(rings, { weight: weightOf(40, 'LB') }))).toEqual([]);
    const far = { marketplaceId: JAPAN };
    expect(codes(single(rings, { weight: weightOf(41, 'KG') }, far))).toEqual(['box-too-heavy']);
  });
});

describe('the units of a group', () => {
  it('R43: every unit of a group is packed before Amazon hears of the boxes', () => {
    expect(check(aBox())).toEqual({ blocking: [], warnings: [] });
    expect(check(aBox({ copies: 1 })).blocking).toEqual([
      {
        code: 'units-left-to-pack',
        facts: { sku: 'MUG-RED', expected: 12, packed: 6, difference: 6 },
        at: 'groups.pg1.MUG-RED',
      },
    ]);
    expect(check(aBox({ copies: 3 })).blocking[0]).toMatchObject({
      code: 'units-packed-too-many',
      facts: { packed: 18, difference: 6 },
    });
    expect(codes(check())).toEqual(['units-left-to-pack']);
  });

  it('R43: neither a missing unit nor a foreign one is called packed', () => {
    expect(boxesMeetGroups(aPackedPlan())).toBe(true);
    expect(boxesMeetGroups(aPackedPlan({ boxes: [aBox({ copies: 1 })] }))).toBe(false);
    expect(boxesMeetGroups(aDraft())).toBe(false);
    const foreign = [aBox(), aBox({ copies: 1, items: [{ sku: 'PEN', quantity: 1 }] })];
    expect(boxesMeetGroups(aPackedPlan({ boxes: foreign }))).toBe(false);
  });

  it('R43: units are conserved: what lies in boxes is what the balances count', () => {
    const sku = fc.constantFrom('A', 'B', 'C');
    const expiry = fc.constantFrom(undefined, '2028-01-01');
    const item = fc
      .record({ sku, expiry, quantity: fc.integer({ min: 1, max: 50 }) })
      .map(({ expiry: date, ...rest }) => (date === undefined ? rest : { ...rest, expiry: date }));
    const boxes = fc.array(
      fc.record({
        groupId: fc.constantFrom('g1', 'g2'),
        copies: fc.integer({ min: 1, max: 9 }),
        items: fc.array(item, { maxLength: 5 }),
      }),
    );
    const members = ['A', 'B', 'C'].flatMap((name) =>
      [{ sku: name }, { sku: name, expiry: '2028-01-01' }].map((key) => ({
        ...key,
        quantity: 1,
        prepOwner: 'SELLER' as const,
        labelOwner: 'SELLER' as const,
      })),
    );
    const groups: PackingGroup[] = ['g1', 'g2'].map((id) => ({ id, items: members }));
    fc.assert(
      fc.property(boxes, (packed) => {
        const counted = balances(groups, packed).reduce((sum, row) => sum + row.packed, 0);
        const inBoxes = packed.reduce((sum, box) => sum + unitsIn(box) * box.copies, 0);
        return counted === inBoxes;
      }),
    );
  });

  it('keeps expiry dates apart', () => {
    const lines = ['2028-01-01', '2028-02-01'].map((expiry) => aLine({ expiry, quantity: 5 }));
    const dated = aPlanWithGroups({ lines });
    const box = (expiry: string, quantity: number) =>
      aBox({ copies: 1, items: [{ sku: 'MUG-RED', quantity, expiry }] });
    expect(codes(checkBoxes(dated, [box('2028-01-01', 5), box('2028-02-01', 5)]))).toEqual([]);
    const found = checkBoxes(dated, [box('2028-01-01', 6), box('2028-02-01', 4)]);
    expect(codes(found)).toEqual(['units-packed-too-many', 'units-left-to-pack']);
    expect(balances(dated.packing?.groups ?? [], []).map((row) => row.expiry)).toEqual([
      '2028-01-01',
      '2028-02-01',
    ]);
  });
});

describe('the contents of a box', () => {
  it('R38: SKUs of different packing groups never share a box', () => {
    const lines = [aLine(), aLine({ sku: 'PEN', quantity: 3 })];
    const [mugs, pens] = aPlanWithGroups({ lines }).packing?.groups[0]?.items ?? [];
    if (!mugs || !pens) throw new Error('two items');
    const two = aPlanWithGroups({
      lines,
      packing: {
        offer: aPackingOffer(),
        confirmed: true,
        groups: [
          { id: 'pg1', items: [mugs] },
          { id: 'pg2', items: [pens] },
        ],
      },
    });
    const mixed = aBox({
      items: [
        { sku: 'MUG-RED', quantity: 6 },
        { sku: 'PEN', quantity: 1 },
      ],
    });
    const found = checkBoxes(two, [mixed]).blocking;
    expect(found[0]).toEqual({
      code: 'sku-not-in-group',
      facts: { box: 1, sku: 'PEN' },
      at: 'boxes.0',
    });
  });

  it('R44: SKU and expiry date in a box are those of the plan', () => {
    const found = check(aBox({ items: [{ sku: 'MUG-RED', quantity: 6, expiry: '2028-01-01' }] }));
    expect(codes(found)).toEqual([
      'sku-not-in-group',
      'box-item-not-in-plan',
      'units-left-to-pack',
    ]);
  });

  it('R46: a box holds something, in whole numbers', () => {
    expect(codes(check(aBox(), aBox({ items: [] })))).toEqual(['box-is-empty']);
    for (const quantity of [0, -1, 0.5]) {
      const odd = aBox({ items: [{ sku: 'MUG-RED', quantity }] });
      expect(codes(check(odd))[0]).toBe('box-quantity-not-whole');
    }
  });

  it('counts identical boxes from 1 to 10,000', () => {
    for (const copies of [0, -1, 1.5, 10_001]) {
      expect(codes(check(aBox({ copies })))[0]).toBe('box-copies-out-of-range');
    }
    expect(codes(check(aBox({ copies: 10_000 })))).not.toContain('box-copies-out-of-range');
  });

  it('R44: the same SKU with two expiry dates never lies in one box', () => {
    const lines = [aLine({ quantity: 2 }), aLine({ quantity: 2, expiry: '2028-01-01' })];
    const items = [
      { sku: 'MUG-RED', quantity: 2 },
      { sku: 'MUG-RED', quantity: 2, expiry: '2028-01-01' },
    ];
    const found = checkBoxes(aPlanWithGroups({ lines }), [aBox({ copies: 1, items })]);
    expect(codes(found)).toEqual(['two-expiry-dates-in-box']);
  });

  it('a SKU stands once in a box', () => {
    const items = [2, 4].map((quantity) => ({ sku: 'MUG-RED', quantity }));
    expect(codes(check(aBox({ items })))).toEqual(['sku-twice-in-box']);
  });

  it('R47: contents are told only where Amazon takes them in words', () => {
    const told = (contentMethods: readonly string[]) => {
      const offer = aPackingOffer({ contentMethods });
      const groups = plan.packing?.groups ?? [];
      return checkBoxes({ ...plan, packing: { offer, groups, confirmed: false } }, [aBox()]);
    };
    expect(codes(told(['BARCODE_2D', 'BOX_CONTENT_PROVIDED']))).toEqual([]);
    expect(told(['BARCODE_2D']).blocking).toEqual([
      {
        code: 'content-method-not-offered',
        facts: { method: 'BOX_CONTENT_PROVIDED', methods: ['BARCODE_2D'] },
        at: 'contentMethod',
      },
    ]);
  });

  it('R45: where Amazon counts the units, boxes need measures and every group a box', () => {
    const counted = withMethod('MANUAL_PROCESS');
    const box = aBox({ copies: 3, items: [] });
    expect(checkBoxes(counted, [box])).toEqual({ blocking: [], warnings: [] });
    expect(boxesMeetGroups({ ...counted, boxes: [box] })).toBe(true);
    expect(checkBoxes(counted, []).blocking).toEqual([
      { code: 'group-without-boxes', facts: { group: 1 } },
    ]);
    expect(boxesMeetGroups({ ...counted, boxes: [] })).toBe(false);
    const { weight: _, ...unweighed } = box;
    expect(codes(checkBoxes(counted, [unweighed]))).toEqual(['box-needs-weight']);
  });

  it('R63: a 2D barcode names at most a hundred SKUs, and is of a box that is packed', () => {
    const skus = Array.from({ length: 101 }, (_, index) => `S-${index}`);
    const coded = withMethod('BARCODE_2D', {
      lines: skus.map((sku) => aLine({ sku, quantity: 1 })),
    });
    const holding = (some: readonly string[]) =>
      aBox({ copies: 1, items: some.map((sku) => ({ sku, quantity: 1 })) });
    expect(codes(checkBoxes(coded, [holding(skus)]))).toEqual(['content-too-many-lines']);
    const [first = '', ...others] = skus;
    expect(codes(checkBoxes(coded, [holding([first]), holding(others)]))).toEqual([]);
    expect(codes(checkBoxes(coded, [holding([first]), holding([]), holding(others)]))).toEqual([
      'box-is-empty',
    ]);
  });

  it('R58: doubts more than 2,000 boxes and sends no more than 5,000', () => {
    const lines = [aLine({ quantity: 10_000 })];
    const many = (copies: number) =>
      checkBoxes(aPlanWithGroups({ lines }), [
        aBox({ copies, items: [{ sku: 'MUG-RED', quantity: 1 }], weight: weightOf(2, 'LB') }),
      ]);
    expect(warningCodes(many(2_000))).toEqual([]);
    expect(warningCodes(many(2_001))).toEqual(['many-boxes']);
    expect(codes(many(5_000))).toEqual(['units-left-to-pack']);
    expect(codes(many(5_001))).toEqual(['units-left-to-pack', 'too-many-boxes']);
  });

  it('belongs to no group while there are no packing options', () => {
    expect(codes(checkBoxes(aDraft(), [aBox()]))).toEqual(['sku-not-in-group']);
  });
});

describe('the weight of a box', () => {
  const twoUnits = (weight: Weight, marketplaceId?: string) => pair({ weight }, marketplaceId);

  it('is needed', () => {
    const { weight: _, ...bare } = aBox();
    expect(codes(check(bare))).toEqual(['box-needs-weight']);
    expect(codes(check(aBox({ weight: weightOf(0, 'LB') })))).toEqual(['box-needs-weight']);
  });

  it('R48: lies within what the packing option allows', () => {
    const boxWeight = { min: weightOf(5, 'LB'), max: weightOf(30, 'LB') };
    const weighed = (pounds: number) => {
      const groups = plan.packing?.groups ?? [];
      const packing = { offer: aPackingOffer({ boxWeight }), groups, confirmed: false };
      return checkBoxes({ ...plan, packing }, [aBox({ weight: weightOf(pounds, 'LB') })]);
    };
    expect(codes(weighed(5))).toEqual([]);
    expect(codes(weighed(30))).toEqual([]);
    expect(weighed(4.99).blocking[0]).toMatchObject({
      code: 'box-too-light',
      facts: { box: 1, weight: '4.99 lb', limit: '5 lb' },
    });
    expect(codes(weighed(30.001))).toEqual(['box-too-heavy']);
  });

  it('R49: 50 lb in the US, entered in either unit', () => {
    expect(codes(twoUnits(weightOf(50, 'LB')))).toEqual([]);
    expect(codes(twoUnits(weightOf(50.001, 'LB')))).toEqual(['box-too-heavy']);
    expect(codes(twoUnits(weightOf(22.67961, 'KG')))).toEqual([]);
    expect(codes(twoUnits(weightOf(22.6797, 'KG')))).toEqual(['box-too-heavy']);
  });

  it('R49: more for exactly one oversize unit, and for no standard one', () => {
    const bulky = {
      unitDimensions: dimensionsOf([30, 20, 16], 'IN'),
      unitWeight: weightOf(48, 'LB'),
    };
    expect(
      codes(
        single(bulky, { weight: weightOf(52, 'LB'), dimensions: dimensionsOf([32, 22, 18], 'IN') }),
      ),
    ).toEqual([]);
    expect(codes(single({}, { weight: weightOf(52, 'LB') }))).toEqual(['box-too-heavy']);
    const { unitWeight: _, ...unknown } = aLine();
    expect(
      codes(
        checkBoxes(aPlanWithGroups({ lines: [{ ...unknown, quantity: 1 }] }), [
          aBox({ copies: 1, weight: weightOf(52, 'LB'), items: [{ sku: 'MUG-RED', quantity: 1 }] }),
        ]),
      ),
    ).toEqual([]);
  });

  it('R52: above 50 lb for two to lift, above 100 lb for a machine', () => {
    const heavy = {
      unitDimensions: dimensionsOf([30, 20, 16], 'IN'),
      unitWeight: weightOf(48, 'LB'),
    };
    const mark = (pounds: number) =>
      single(heavy, {
        weight: weightOf(pounds, 'LB'),
        dimensions: dimensionsOf([32, 22, 18], 'IN'),
      }).warnings.map(({ facts }) => facts['mark']);
    expect(mark(50)).toEqual([]);
    expect(mark(50.1)).toEqual(['team-lift']);
    expect(mark(100)).toEqual(['team-lift']);
    expect(mark(100.1)).toEqual(['mech-lift']);
  });

  it('R53, R54: 23 kg in Europe, marked above 15 kg', () => {
    const dimensions = dimensionsOf([50, 40, 30], 'CM');
    const europe = (kilograms: number) =>
      pair({ weight: weightOf(kilograms, 'KG'), dimensions }, GERMANY);
    expect(europe(15)).toEqual({ blocking: [], warnings: [] });
    expect(europe(15.001).warnings[0]?.facts['mark']).toBe('heavy-package');
    expect(codes(europe(23))).toEqual([]);
    expect(codes(europe(23.001))).toEqual(['box-too-heavy']);
  });

  it('R55: 40 kg in Japan, marked above 15 kg', () => {
    expect(warningCodes(twoUnits(weightOf(15, 'KG'), JAPAN))).toEqual([]);
    expect(twoUnits(weightOf(16, 'KG'), JAPAN).warnings[0]?.facts['mark']).toBe('overweight');
    expect(codes(twoUnits(weightOf(40, 'KG'), JAPAN))).toEqual([]);
    expect(codes(twoUnits(weightOf(40.1, 'KG'), JAPAN))).toEqual(['box-too-heavy']);
  });

  it('R57: is at least that of its contents, to the last gram', () => {
    expect(warningCodes(check(aBox({ weight: weightOf(6, 'LB') })))).toEqual([]);
    expect(check(aBox({ weight: weightOf(5.99999, 'LB') })).warnings).toEqual([
      { code: 'box-lighter-than-contents', facts: { box: 1, percent: 1 }, at: 'boxes.0.weight' },
    ]);
    expect(check(aBox({ weight: weightOf(3, 'LB') })).warnings[0]?.facts['percent']).toBe(50);
  });

  it('R57: sums unit weights without binary noise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: 1, max: 400 }),
        (amount, quantity) => {
          const lines = [aLine({ quantity, unitWeight: { amount, unit: 'LB' } })];
          const box = aBox({
            copies: 1,
            items: [{ sku: 'MUG-RED', quantity }],
            weight: { amount: amount * quantity, unit: 'LB' },
          });
          const found = checkBoxes(aPlanWithGroups({ lines }), [box]);
          return !warningCodes(found).includes('box-lighter-than-contents');
        },
      ),
    );
  });
});

describe('the size of a box', () => {
  const sized = (sides: readonly [number, number, number], marketplaceId?: string) =>
    pair({ dimensions: dimensionsOf(sides, marketplaceId ? 'CM' : 'IN') }, marketplaceId);

  it('is needed, on all three sides', () => {
    const { dimensions: _, ...bare } = aBox();
    expect(codes(check(bare))).toEqual(['box-needs-dimensions']);
    expect(codes(check(aBox({ dimensions: dimensionsOf([10, 0, 10], 'IN') })))).toEqual([
      'box-needs-dimensions',
    ]);
  });

  it('R50: 36 by 25 by 25 in in the US, whichever side is the long one', () => {
    expect(codes(sized([36, 25, 25]))).toEqual([]);
    expect(codes(sized([25, 36, 25]))).toEqual([]);
    expect(codes(sized([25, 25, 36]))).toEqual([]);
    expect(sized([36.01, 25, 25]).blocking).toEqual([
      {
        code: 'box-too-large',
        facts: { box: 1, limit: '36 × 25 × 25', unit: 'IN' },
        at: 'boxes.0.dimensions',
      },
    ]);
    expect(codes(sized([36, 25.01, 25]))).toEqual(['box-too-large']);
    expect(codes(sized([26, 26, 10]))).toEqual(['box-too-large']);
  });

  it('R50: larger for exactly one oversize unit only', () => {
    const dimensions = dimensionsOf([40, 10, 10], 'IN');
    const unitDimensions = dimensionsOf([38, 8, 8], 'IN');
    expect(codes(single({ unitDimensions }, { dimensions }))).toEqual([]);
    expect(codes(single({}, { dimensions }))).toEqual(['box-too-large']);
  });

  it('R53: 63.5 cm on every side in Europe, no firm limit in Japan', () => {
    expect(codes(sized([63.5, 63.5, 63.5], GERMANY))).toEqual([]);
    expect(codes(sized([63.51, 30, 30], GERMANY))).toEqual(['box-too-large']);
    expect(codes(sized([170, 30, 30], JAPAN))).toEqual([]);
    expect(boxLimits('unheard-of')).toBe(boxLimits('ATVPDKIKX0DER'));
  });

  it('R57: is at least that of its contents, filled to the last corner', () => {
    const filled = (sides: readonly [number, number, number]) =>
      check(aBox({ dimensions: dimensionsOf(sides, 'IN') }));
    expect(warningCodes(filled([15, 8, 4]))).toEqual([]);
    expect(filled([15, 8, 3.99999]).warnings).toEqual([
      { code: 'box-smaller-than-contents', facts: { box: 1 }, at: 'boxes.0.dimensions' },
    ]);
  });

  it('says nothing of contents that nobody has measured', () => {
    const { unitDimensions: _, unitWeight: __, ...line } = aLine();
    const tiny = aBox({ dimensions: dimensionsOf([1, 1, 1], 'IN'), weight: weightOf(1, 'LB') });
    expect(checkBoxes(aPlanWithGroups({ lines: [line] }), [tiny]).warnings).toEqual([]);
  });
});

it('counts units and boxes one by one', () => {
  const lines = [aLine({ quantity: 5 }), aLine({ sku: 'PEN', quantity: 7 })];
  expect(unitCount(aDraft({ lines }))).toBe(12);
  expect(boxCount(aPackedPlan({ boxes: [aBox(), aBox({ copies: 3 })] }))).toBe(5);
});
