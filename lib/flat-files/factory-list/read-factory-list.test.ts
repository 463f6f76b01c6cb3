import { describe, expect, it } from 'vitest';
import { readCartonNumbers } from './carton-numbers.ts';
import type { FactoryChoices } from './factory-choices.ts';
import { factoryMapping } from './factory-mapping.ts';
import { dimensionsFrom, readSizeCell, weightFrom } from './figures.ts';
import { type FactoryList, readFactoryList } from './read-factory-list.ts';
import type { ExpectedItem } from './expected-items.ts';

const PLAN: readonly ExpectedItem[] = [
  { sku: 'MUG-01', quantity: 120 },
  { sku: 'TEA-SET', quantity: 60 },
];

const tabs = (...rows: readonly string[]) =>
  rows.map((row) => row.replaceAll(' | ', '\t')).join('\n');

type How = {
  readonly plan?: readonly ExpectedItem[];
  readonly chosen?: FactoryChoices;
  readonly remembered?: FactoryChoices;
};

function read(content: string | Uint8Array, how: How = {}): FactoryList {
  const { plan = PLAN, chosen = {}, remembered = {} } = how;
  const result = readFactoryList({ content, expected: plan, chosen, remembered });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const blocking = (list: FactoryList) => list.blocking.map(({ code, facts }) => [code, facts]);
const codes = (problems: FactoryList['blocking']) => problems.map(({ code }) => code);

describe('a list that does not come out even', () => {
  it('says for each SKU what is missing and what is too many', () => {
    const list = read(tabs('CTN NO. | SKU | QTY/CTN', '1-11 | MUG-01 | 10', '12-22 | TEA-SET | 6'));
    expect(blocking(list)).toEqual([
      ['factory-list-short', { sku: 'MUG-01', expected: 120, listed: 110, difference: 10 }],
      ['factory-list-over', { sku: 'TEA-SET', expected: 60, listed: 66, difference: 6 }],
    ]);
  });

  it('names what is no SKU of the plan, and proposes the SKU that lacks as many units', () => {
    const list = read(
      tabs('CTN NO. | ITEM | QTY/CTN', '1-12 | MUG-01 | 10', '13-22 | HX 8802 | 6'),
    );
    expect(codes(list.blocking)).toEqual(['factory-list-short', 'factory-item-unknown']);
    expect(list.inferences.find(({ about }) => about === 'item')).toMatchObject({
      subject: 'hx8802',
      value: '',
      certainty: 'guess',
      evidence: { kind: 'same-quantity' },
      options: ['TEA-SET', 'MUG-01'],
    });
    // A proposal is no more than that: nothing of it is in the cartons.
    expect(list.cartons.map(({ items }) => items.map(({ sku }) => sku))).toEqual([['MUG-01']]);
  });

  it('proposes the SKU whose name the factory’s name holds', () => {
    const list = read(tabs('箱号 | 货号 | 每箱数量', '1-12 | BLUE MUG-01 (new) | 11'));
    expect(list.inferences.find(({ about }) => about === 'item')).toMatchObject({
      options: ['MUG-01', 'TEA-SET'],
      evidence: { kind: 'similar-name' },
    });
  });

  it('does not believe a row whose three figures contradict each other', () => {
    const list = read(
      tabs(
        'CTN NO. | SKU | CTNS | QTY/CTN | TOTAL QTY',
        '1-12 | MUG-01 | 12 | 10 | 126',
        '13-22 | TEA-SET | 10 | 6 | 60',
      ),
    );
    expect(blocking(list)[0]).toEqual([
      'carton-units-differ',
      { line: 2, perCarton: 10, cartons: 12, total: 126 },
    ]);
  });

  it('does not believe a range that is not as long as the count beside it', () => {
    const list = read(
      tabs('CTN NO. | SKU | CTNS | QTY/CTN', '1-12 | MUG-01 | 10 | 10', '13-22 | TEA-SET | 10 | 6'),
    );
    expect(blocking(list)).toEqual([
      ['carton-count-differs', { line: 2, numbered: 12, counted: 10 }],
    ]);
  });

  it('does not spread units that do not divide over the cartons', () => {
    const list = read(
      tabs('CTN NO. | SKU | TOTAL QTY', '1-11 | MUG-01 | 120', '12-21 | TEA-SET | 60'),
    );
    expect(blocking(list)[0]).toEqual([
      'carton-units-do-not-divide',
      { line: 2, total: 120, cartons: 11 },
    ]);
  });

  it('tells a quantity in words where it stands', () => {
    const list = read(tabs('箱号 | SKU | 每箱数量', '1-12 | MUG-01 | 十', '13-22 | TEA-SET | 6'));
    expect(list.blocking[0]).toMatchObject({
      code: 'quantity-unreadable',
      facts: { text: '十' },
      at: 'rows.1',
    });
  });

  it('tells a carton number that cannot be one', () => {
    const list = read(tabs('CTN NO. | SKU | QTY/CTN', '1-UP | MUG-01 | 120', '2 | TEA-SET | 60'));
    expect(codes(list.blocking)).toEqual(['carton-numbers-unreadable']);
  });

  it('does not know which of two expiry dates is meant when the list names none', () => {
    const plan = [
      { sku: 'MUG-01', expiry: '2027-08-01', quantity: 60 },
      { sku: 'MUG-01', expiry: '2027-09-01', quantity: 60 },
    ];
    const list = read(tabs('CTN NO. | SKU | QTY/CTN', '1-12 | MUG-01 | 10'), { plan });
    expect(codes(list.blocking)).toEqual([
      'factory-list-short',
      'factory-list-short',
      'factory-list-over',
    ]);
  });

  it('is refused with what it begins with when it is no packing list at all', () => {
    const result = readFactoryList({
      content: 'Dear Ms Chen,\nthe goods left today.',
      expected: PLAN,
    });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'columns-not-found' }] });
    expect(readFactoryList({ content: '  ', expected: PLAN })).toMatchObject({
      problems: [{ code: 'file-empty' }],
    });
  });
});

describe('what deserves a second look but stops nothing', () => {
  it('is a weight told twice for one carton, which then has none', () => {
    const list = read(
      tabs('箱号 | SKU | 每箱数量 | 毛重kg', '1 | MUG-01 | 120 | 9', '1 | TEA-SET | 60 | 12'),
    );
    expect(list.blocking).toEqual([]);
    expect(codes(list.warnings)).toEqual(['carton-measured-twice']);
    expect(list.cartons[0]).not.toHaveProperty('weight');
  });

  it('is a total that the list does not keep itself', () => {
    const list = read(
      tabs(
        'CTN NO. | SKU | CTNS | TOTAL QTY',
        '1-12 | MUG-01 | 12 | 120',
        '13-22 | TEA-SET | 10 | 60',
        'TOTAL |  | 23 | 180',
      ),
    );
    expect(list.blocking).toEqual([]);
    expect(list.warnings).toMatchObject([
      { code: 'factory-total-differs', facts: { kind: 'cartons', told: 23, counted: 22 } },
    ]);
  });

  it('is a size that cannot be read', () => {
    const list = read(
      tabs(
        'CTN NO. | SKU | QTY/CTN | CARTON SIZE(CM)',
        '1-12 | MUG-01 | 10 | 40*30',
        '13-22 | TEA-SET | 6 | 50*40*30',
      ),
    );
    expect(list.warnings).toMatchObject([
      { code: 'measure-unreadable', facts: { text: '40*30' }, at: 'rows.1' },
    ]);
    expect(list.cartons[0]).not.toHaveProperty('dimensions');
  });
});

describe('what was inferred', () => {
  const plain = tabs('CTN NO. | SKU | QTY | SIZE | WEIGHT', '1-12 | MUG-01 | 10 | 30*20*20 | 12');

  it('can be changed, and the change is named as such', () => {
    const list = read(plain, {
      plan: [{ sku: 'MUG-01', quantity: 120 }],
      chosen: { lengthUnit: 'IN', weightUnit: 'LB', gross: 'in-all' },
    });
    expect(list.cartons[0]).toMatchObject({
      dimensions: { unit: 'IN' },
      weight: { amount: 100_000, unit: 'LB' },
    });
    const chosen = list.inferences.filter(({ certainty }) => certainty === 'chosen');
    expect(chosen.map(({ about, value }) => [about, value])).toEqual([
      ['gross', 'in-all'],
      ['length-unit', 'IN'],
      ['weight-unit', 'LB'],
    ]);
  });

  it.each([
    ['Shenzhen goods, sizes in mm', '400*300*200', 'MM', 'stated'],
    ['装箱单 厘米', '16*12*10', 'CM', 'stated'],
    ['Packing list (inches)', '16*12*10', 'IN', 'stated'],
    ['Packing list', '400*300*200', 'MM', 'likely'],
    ['Packing list', '0.4*0.3*0.2', 'M', 'likely'],
    ['Packing list', '40*30*20', 'CM', 'likely'],
    ['Packing list', '16*12*10', 'CM', 'guess'],
  ])('is the unit of the sides: "%s" over %s means %s, %s', (title, size, value, certainty) => {
    const list = read(
      tabs(title, '', 'CTN NO. | SKU | QTY/CTN | SIZE', `1-12 | MUG-01 | 10 | ${size}`),
      { plan: [{ sku: 'MUG-01', quantity: 120 }] },
    );
    const told = list.inferences.find(({ about }) => about === 'length-unit');
    expect(told).toMatchObject({ value, certainty });
  });

  it.each([
    ['Packing list, weights in kgs', 'WEIGHT', '12', 'KG', 'stated'],
    ['Packing list, weights in lbs', 'WEIGHT', '12', 'LB', 'stated'],
    ['装箱单 公斤', '毛重', '12', 'KG', 'stated'],
    ['装箱单 磅', '毛重', '12', 'LB', 'stated'],
    ['Packing list', 'WEIGHT', '12 kg', 'KG', 'stated'],
    ['Packing list', 'WEIGHT', '192 oz', 'OZ', 'stated'],
    ['Packing list', 'WEIGHT', '9000', 'G', 'likely'],
  ])(
    'is the unit of the weights: "%s", %s %s means %s, %s',
    // oxlint-disable-next-line max-params -- a table's row
    (title, header, weight, value, certainty) => {
      const list = read(
        tabs(title, '', `CTN NO. | SKU | QTY/CTN | ${header}`, `1-12 | MUG-01 | 10 | ${weight}`),
        { plan: [{ sku: 'MUG-01', quantity: 120 }], chosen: { gross: 'per-carton' } },
      );
      const told = list.inferences.find(({ about }) => about === 'weight-unit');
      expect(told).toMatchObject({ value, certainty });
    },
  );

  it('is taken from the last list of the factory where this one leaves it open', () => {
    const remembered: FactoryChoices = {
      lengthUnit: 'IN',
      weightUnit: 'LB',
      gross: 'in-all',
      quantity: 'in-all',
    };
    const list = read(
      tabs('CTN NO. | SKU | QTY | SIZE | WEIGHT', '1-6 | MUG-01 | 60 | 16*12*10 | 96'),
      {
        plan: [{ sku: 'MUG-01', quantity: 90 }],
        remembered,
      },
    );
    const told = list.inferences.filter(({ certainty }) => certainty === 'remembered');
    expect(told.map(({ about, value }) => [about, value])).toEqual([
      ['quantity', 'in-all'],
      ['gross', 'in-all'],
      ['length-unit', 'IN'],
      ['weight-unit', 'LB'],
    ]);
    expect(list.cartons[0]).toMatchObject({ weight: { amount: 1_600_000, unit: 'LB' } });
  });

  it('is a weight of all cartons of a line where one carton could not weigh as much', () => {
    const list = read(tabs('CTN NO. | SKU | QTY/CTN | WEIGHT', '1-12 | MUG-01 | 10 | 144'), {
      plan: [{ sku: 'MUG-01', quantity: 120 }],
    });
    expect(list.inferences.find(({ about }) => about === 'gross')).toMatchObject({
      value: 'in-all',
      certainty: 'likely',
      evidence: { kind: 'magnitude' },
    });
  });

  describe('for a carton number that is met again', () => {
    const rows = ['1-6 | MUG-01 | 10', '1-6 | TEA-SET | 10'];
    const plan = [
      { sku: 'MUG-01', quantity: 60 },
      { sku: 'TEA-SET', quantity: 60 },
    ];
    const header = 'CTN NO. | SKU | QTY/CTN';
    const numbering = (content: string, how: How = {}) =>
      read(content, { plan, ...how }).inferences.find(({ about }) => about === 'numbering');

    it('is proved by the total of the cartons', () => {
      const total = (cartons: number) =>
        tabs(
          'CTN NO. | SKU | CTNS | QTY/CTN | TOTAL QTY',
          '1-6 | MUG-01 | 6 | 10 | 60',
          '1-6 | TEA-SET | 6 | 10 | 60',
          `TOTAL |  | ${cartons} |  | 120`,
        );
      expect(numbering(total(6))).toMatchObject({ value: 'shared', certainty: 'proved' });
      expect(numbering(total(12))).toMatchObject({ value: 'anew', certainty: 'proved' });
    });

    it('is what the seller says, or said last time', () => {
      const content = tabs(header, ...rows);
      expect(numbering(content, { chosen: { numbering: 'anew' } })).toMatchObject({
        value: 'anew',
        certainty: 'chosen',
      });
      expect(numbering(content, { remembered: { numbering: 'anew' } })).toMatchObject({
        value: 'anew',
        certainty: 'remembered',
      });
      expect(numbering(content)).toMatchObject({ value: 'shared', certainty: 'likely' });
    });
  });

  it('can be changed for a column, by its header', () => {
    const content = tabs('CTN NO. | SKU | A | B', '1-12 | MUG-01 | 99 | 10');
    const columns = { a: 'none', b: 'units-per-carton' } as const;
    const first = readFactoryList({ content, expected: PLAN });
    expect(first.ok).toBe(false);
    const list = read(`${content}\n`.replace('A\tB', 'QTY\tB'), {
      plan: [{ sku: 'MUG-01', quantity: 120 }],
      chosen: { columns: { ...columns, qty: 'none' } },
    });
    expect(list.blocking).toEqual([]);
  });

  it('is shown for an item, too, to be changed again; what is no SKU of the plan is none', () => {
    const content = tabs('CTN NO. | ITEM | QTY', '1 | HX-1 | 5', '2 | HX-2 | 5', '3 | HX-3 | 5');
    const plan = ['MUG', 'CUP', 'POT'].map((sku) => ({ sku, quantity: 5 }));
    const { inferences } = read(content, {
      plan,
      chosen: { items: { hx1: 'MUG' } },
      remembered: { items: { hx1: 'CUP', hx2: 'CUP', hx3: 'GONE' } },
    });
    const items = inferences.filter(({ about }) => about === 'item');
    expect(items.map(({ subject, value, certainty }) => [subject, value, certainty])).toEqual([
      ['hx1', 'MUG', 'chosen'],
      ['hx2', 'CUP', 'remembered'],
      ['hx3', '', 'guess'],
    ]);
    expect(items[0]?.options).toEqual(['MUG', 'CUP', 'POT']);
  });

  it('is known again in the next list of the same factory', () => {
    const chosen: FactoryChoices = {
      items: { hx8801: 'MUG-01' },
      columns: { 装: 'units-per-carton' },
      lengthUnit: 'IN',
    };
    const first = read(
      tabs('箱号 | 货号 | 数量 | 装 | 尺寸', '1-12 | HX-8801 | 120 | 10 | 16*12*10'),
      {
        plan: [{ sku: 'MUG-01', quantity: 120 }],
        chosen,
      },
    );
    expect(first.blocking).toEqual([]);
    const remembered = JSON.parse(JSON.stringify(factoryMapping(first, chosen))) as FactoryChoices;
    const next = read(
      tabs('箱号 | 货号 | 数量 | 装 | 尺寸', '1-3 | HX-8801 | 60 | 20 | 16*12*10'),
      {
        plan: [{ sku: 'MUG-01', quantity: 60 }],
        remembered,
      },
    );
    expect(next.blocking).toEqual([]);
    expect(next.cartons).toMatchObject([
      { numbers: '1-3', copies: 3, dimensions: { unit: 'IN' }, items: [{ quantity: 20 }] },
    ]);
  });

  it('is not kept when it was a mere guess', () => {
    const list = read(plain, { plan: [{ sku: 'MUG-01', quantity: 120 }] });
    expect(list.inferences).toContainEqual(
      expect.objectContaining({ about: 'weight-unit', value: 'KG', certainty: 'guess' }),
    );
    expect(factoryMapping(list)).not.toHaveProperty('weightUnit');
    expect(factoryMapping(list)).toMatchObject({ quantity: 'per-carton' });
  });
});

describe('carton numbers', () => {
  it.each([
    ['1-12', 12],
    ['CTN#1-12', 12],
    ['NO.1-NO.12', 12],
    ['箱1至箱12', 12],
    ['#7', 1],
    ['001-012', 12],
    ['第3箱', 1],
    ['1&2', 2],
    ['BOX 4', 1],
    ['P1~P12', 12],
    ['5/20', 1],
    ['1月12日', 12],
    ['1950-01-01', 50],
  ])('are read from "%s"', (text, count) => {
    expect(readCartonNumbers(text)?.numbers).toHaveLength(count);
  });

  it.each(['1-UP', '12-1', 'A1-B12', '', 'mug', '1.5', '1-99999', '3,3'])(
    'are not read from "%s"',
    (text) => {
      expect(readCartonNumbers(text)).toBeUndefined();
    },
  );
});

describe('figures', () => {
  it('are sides whatever stands between them', () => {
    for (const text of [
      '40*30*25',
      '40×30×25CM',
      'L40 x W30 x H25 cm',
      '长40*宽30*高25',
      '40 / 30 / 25',
    ])
      expect(readSizeCell(text)?.sides, text).toEqual(['40', '30', '25']);
    expect(readSizeCell('40*30')).toBeUndefined();
    expect(readSizeCell('40*30*0')).toBeUndefined();
  });

  it('keep millimetres, metres and jin exactly', () => {
    expect(dimensionsFrom(['405', '300', '255'], 'MM')).toEqual(
      dimensionsFrom(['40.5', '30', '25.5'], 'CM'),
    );
    expect(dimensionsFrom(['0.4', '0.3', '0.25'], 'M')).toEqual(
      dimensionsFrom(['40', '30', '25'], 'CM'),
    );
    expect(weightFrom('25', 'JIN')).toEqual(weightFrom('12.5', 'KG'));
    expect(weightFrom('12500 g', 'KG')).toEqual(weightFrom('12.5', 'KG'));
  });
});
