import { describe, expect, it } from 'vitest';
import { type Dimensions, type Weight, writeTicks } from '#lib/kernel';
import { encode } from '../encoding.ts';
import { workbookOf } from '../testing/sheets.ts';
import type { ExpectedItem } from './expected-items.ts';
import type { FactoryCarton } from './factory-cartons.ts';
import type { FactoryChoices } from './factory-choices.ts';
import { type FactoryList, readFactoryList } from './read-factory-list.ts';

const MUG: ExpectedItem = {
  sku: 'MUG-01',
  fnsku: 'X001MUG001',
  asin: 'B00MUG0001',
  title: 'Enamel mug',
  quantity: 120,
};
const TEA: ExpectedItem = { sku: 'TEA-SET', fnsku: 'X001TEA001', quantity: 60 };
const PLAN = [MUG, TEA];

const side = ({ length, width, height, unit }: Dimensions) =>
  `${[length, width, height].map(writeTicks).join('x')} ${unit}`;
const heavy = ({ amount, unit }: Weight) => `${writeTicks(amount)} ${unit}`;

function told({ numbers, copies, items, dimensions, weight }: FactoryCarton): string {
  const goods = items.map(({ sku, expiry, quantity }) =>
    [quantity, sku, ...(expiry === undefined ? [] : [expiry])].join(' '),
  );
  const measures = [...(dimensions ? [side(dimensions)] : []), ...(weight ? [heavy(weight)] : [])];
  return [`${numbers || '-'} = ${copies}`, goods.join(' + '), ...measures].join(' | ');
}

type Layout = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly plan?: readonly ExpectedItem[];
  readonly chosen?: FactoryChoices;
  readonly cartons: readonly string[];
  /** Inferences to be found, as "about value certainty evidence". */
  readonly because?: readonly string[];
};

function read({
  content,
  plan = PLAN,
  chosen = {},
}: Omit<Layout, 'cartons' | 'name'>): FactoryList {
  const result = readFactoryList({ content, expected: plan, chosen });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const lines = (...rows: readonly string[]) => rows.join('\n');
const tabs = (...rows: readonly string[]) =>
  rows.map((row) => row.replaceAll(' | ', '\t')).join('\n');
const gbk = (text: string) => {
  const written = encode(text, 'gb18030');
  if (!written.ok) throw new Error('not writable');
  return written.value;
};

// 1-12: ten mugs each; 13-22: six tea sets each.
const PLAIN = ['1-12 = 12 | 10 MUG-01', '13-22 = 10 | 6 TEA-SET'];
const FULL = [
  '1-12 = 12 | 10 MUG-01 | 40x30x25 CM | 12.5 KG',
  '13-22 = 10 | 6 TEA-SET | 50x40x30 CM | 9.8 KG',
];

const LAYOUTS: readonly Layout[] = [
  {
    name: 'ranges and units per carton, in English',
    content: tabs('CTN NO. | SKU | QTY/CTN', '1-12 | MUG-01 | 10', '13-22 | TEA-SET | 6'),
    cartons: PLAIN,
  },
  {
    name: 'the same in Chinese',
    content: tabs('箱号 | SKU | 每箱数量', '1-12 | MUG-01 | 10', '13-22 | TEA-SET | 6'),
    cartons: PLAIN,
  },
  {
    name: 'both languages in one header, size and weight in one row',
    content: tabs(
      '箱号 CTN NO. | 货号 ITEM NO. | 箱数 CTNS | 每箱数量 QTY/CTN | 总数量 TOTAL QTY | 毛重/箱 G.W./CTN(KG) | 外箱尺寸 MEAS.(CM)',
      '1-12 | MUG-01 | 12 | 10 | 120 | 12.5 | 40*30*25',
      '13-22 | TEA-SET | 10 | 6 | 60 | 9.8 | 50*40*30',
      'TOTAL 合计: |  | 22 |  | 180 |  | ',
    ),
    cartons: FULL,
  },
  {
    name: '"CTN 1-12" in the cells',
    content: tabs(
      'Carton | SKU | Qty per carton',
      'CTN 1-12 | MUG-01 | 10',
      'CTN 13-22 | TEA-SET | 6',
    ),
    cartons: PLAIN,
    chosen: { columns: { carton: 'carton-numbers' } },
  },
  {
    name: '"第1-12箱" in the cells',
    content: tabs(
      '箱号 | 卖家SKU | 单箱数量',
      '第1-12箱 | MUG-01 | 10个',
      '第13-22箱 | TEA-SET | 6个',
    ),
    cartons: PLAIN,
  },
  {
    name: 'full-width tildes and digits',
    content: tabs('箱号 | SKU | 每箱个数', '１～１２ | MUG-01 | １０', '13～22 | TEA-SET | 6'),
    cartons: PLAIN,
  },
  {
    name: '"C/NO.1 TO 12" in the cells',
    content: tabs(
      'C/NO. | Item No. | PCS/CTN',
      'C/NO.1 TO 12 | mug 01 | 10 PCS',
      'C/NO.13 TO 22 | tea set | 6 PCS',
    ),
    cartons: PLAIN,
  },
  {
    name: 'first and last carton in two columns',
    content: tabs(
      '起始箱号 | 结束箱号 | SKU | 装箱率',
      '1 | 12 | MUG-01 | 10',
      '13 | 22 | TEA-SET | 6',
    ),
    cartons: PLAIN,
  },
  {
    name: 'first and last carton under one heading in two rows',
    content: tabs(
      'Carton No. |  | SKU | Qty/Ctn',
      'From | To |  | ',
      '1 | 12 | MUG-01 | 10',
      '13 | 22 | TEA-SET | 6',
    ),
    cartons: PLAIN,
  },
  {
    name: 'a count of cartons and no numbers',
    content: tabs('Item | Cartons | Pcs per carton', 'MUG-01 | 12 | 10', 'TEA-SET | 10 | 6'),
    cartons: ['- = 12 | 10 MUG-01', '- = 10 | 6 TEA-SET'],
  },
  {
    name: 'a Chinese count of cartons, "件数", beside the units',
    content: tabs(
      '品名 | SKU | 件数 | 每箱数量 | 总数',
      '搪瓷杯 | MUG-01 | 12 | 10 | 120',
      '茶具 | TEA-SET | 10 | 6 | 60',
    ),
    cartons: ['- = 12 | 10 MUG-01', '- = 10 | 6 TEA-SET'],
    because: ['column cartons likely header'],
  },
  {
    name: 'a plain quantity that is of one carton, for so the plan comes out even',
    content: tabs('CTN NO | SKU | QTY', '1-12 | MUG-01 | 10', '13-22 | TEA-SET | 6'),
    cartons: PLAIN,
    because: ['quantity per-carton proved balances'],
  },
  {
    name: 'a plain quantity that is of the whole line',
    content: tabs('CTN NO | SKU | QTY', '1-12 | MUG-01 | 120', '13-22 | TEA-SET | 60'),
    cartons: PLAIN,
    because: ['quantity in-all proved balances'],
  },
  {
    name: 'two plain quantities, of one carton and of all',
    content: tabs(
      '箱号 | 货号 | 数量 | 数量',
      '1-12 | MUG-01 | 10 | 120',
      '13-22 | TEA-SET | 6 | 60',
    ),
    cartons: PLAIN,
    because: ['column units-per-carton likely own-figures'],
  },
  {
    name: 'a mixed carton whose number is written in each row',
    content: tabs(
      'Box # | SKU | Units',
      '1 | MUG-01 | 60',
      '1 | TEA-SET | 30',
      '2 | MUG-01 | 60',
      '2 | TEA-SET | 30',
    ),
    cartons: ['1-2 = 2 | 60 MUG-01 + 30 TEA-SET'],
  },
  {
    name: 'a mixed carton whose number is written once',
    content: tabs(
      '箱号 | SKU | 数量',
      '1 | MUG-01 | 60',
      ' | TEA-SET | 30',
      '2 | MUG-01 | 60',
      ' | TEA-SET | 30',
    ),
    cartons: ['1-2 = 2 | 60 MUG-01 + 30 TEA-SET'],
    because: ['blank-cartons same-carton likely usual'],
  },
  {
    name: 'a mixed carton in merged cells, its weight and size once',
    content: workbookOf({
      rows: [
        ['箱号', 'SKU', '每箱数量', '毛重(KG)', '长(cm)', '宽(cm)', '高(cm)'],
        ['1-4', 'MUG-01', 30, 15.5, 60, 40, 40],
        ['', 'TEA-SET', 15],
      ],
      merged: ['A2:A3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3'],
    }),
    cartons: ['1-4 = 4 | 30 MUG-01 + 15 TEA-SET | 60x40x40 CM | 15.5 KG'],
    because: ['gross per-carton guess usual'],
  },
  {
    name: 'a SKU merged over several ranges of cartons',
    content: workbookOf({
      rows: [
        ['SKU', 'CTN NO.', 'CTNS', 'QTY/CTN', 'TOTAL QTY'],
        ['MUG-01', '1-10', 10, 11, 110],
        ['', '11', 1, 10, 10],
        ['TEA-SET', '12-21', 10, 6, 60],
      ],
      merged: ['A2:A3'],
    }),
    cartons: ['1-10 = 10 | 11 MUG-01', '11 = 1 | 10 MUG-01', '12-21 = 10 | 6 TEA-SET'],
  },
  {
    name: 'a heading merged over the three sides',
    content: workbookOf({
      rows: [
        ['PACKING LIST'],
        ['CTN NO.', 'SKU', 'QTY', 'Carton size (inch)', '', '', 'G.W.'],
        ['', '', '', 'L', 'W', 'H', '(LBS)'],
        ['1-12', 'MUG-01', 10, 16, 12, 10, 27.5],
        ['13-22', 'TEA-SET', 6, 20, 16, 12, 21.6],
      ],
      merged: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'],
    }),
    cartons: [
      '1-12 = 12 | 10 MUG-01 | 16x12x10 IN | 27.5 LB',
      '13-22 = 10 | 6 TEA-SET | 20x16x12 IN | 21.6 LB',
    ],
    because: ['length-unit IN stated header', 'weight-unit LB stated header'],
  },
  {
    name: 'a heading over the three sides in pasted text, where nothing is merged',
    content: tabs(
      '箱号 | SKU | 数量 | 外箱尺寸(cm) |  |  | 毛重(kg)',
      ' |  |  | 长 | 宽 | 高 | ',
      '1-12 | MUG-01 | 10 | 40 | 30 | 25 | 12.5',
      '13-22 | TEA-SET | 6 | 50 | 40 | 30 | 9.8',
    ),
    cartons: FULL,
  },
  {
    name: 'millimetres named in the header',
    content: tabs(
      '箱号 | SKU | 每箱 | 箱规(mm) | 单箱毛重(g)',
      '1-12 | MUG-01 | 10 | 400×300×250 | 12500',
      '13-22 | TEA-SET | 6 | 500×400×300 | 9800',
    ),
    cartons: FULL,
  },
  {
    name: 'millimetres and grams that only their size tells',
    content: tabs(
      '箱号 | SKU | 每箱 | 箱规 | 单箱毛重',
      '1-12 | MUG-01 | 10 | 400*300*250 | 12500',
      '13-22 | TEA-SET | 6 | 500*400*300 | 9800',
    ),
    cartons: FULL,
    because: ['length-unit MM likely magnitude', 'weight-unit G likely magnitude'],
  },
  {
    name: 'centimetres in the cells',
    content: tabs(
      'CTN# | SKU | PCS/CTN | DIMENSIONS | GW/CTN',
      '1-12 | MUG-01 | 10 | 40cm x 30cm x 25cm | 12.5kg',
      '13-22 | TEA-SET | 6 | 50cm x 40cm x 30cm | 9.8 kgs',
    ),
    cartons: FULL,
    because: ['length-unit CM stated cells', 'weight-unit KG stated cells'],
  },
  {
    name: 'inches that the volume gives away',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN | MEAS | CBM',
      '1-12 | MUG-01 | 10 | 16*12*10 | 0.378',
      '13-22 | TEA-SET | 6 | 20*16*12 | 0.629',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 16x12x10 IN', '13-22 = 10 | 6 TEA-SET | 20x16x12 IN'],
    because: ['length-unit IN proved volume'],
  },
  {
    name: 'centimetres that the volume of one carton gives away',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN | MEAS | CBM/CTN',
      '1-12 | MUG-01 | 10 | 30*20*20 | 0.012',
      '13-22 | TEA-SET | 6 | 35*30*20 | 0.021',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 30x20x20 CM', '13-22 = 10 | 6 TEA-SET | 35x30x20 CM'],
    because: ['length-unit CM proved volume'],
  },
  {
    name: 'gross weights of whole lines, as the total row shows',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN | G.W.(KGS) | N.W.(KGS)',
      '1-12 | MUG-01 | 10 | 150 | 138',
      '13-22 | TEA-SET | 6 | 98 | 90',
      'TOTAL |  |  | 248 | 228',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
    because: ['gross in-all proved total-row'],
  },
  {
    name: 'gross weights of single cartons, as the total row shows',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN | G.W.(KGS) | N.W.(KGS)',
      '1-12 | MUG-01 | 10 | 12.5 | 11',
      '13-22 | TEA-SET | 6 | 9.8 | 9',
      'TOTAL |  |  | 248 KGS | 222',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
    because: ['gross per-carton proved total-row'],
  },
  {
    name: 'weights of one carton and of all, side by side',
    content: tabs(
      '箱号 | SKU | 每箱数量 | 单箱毛重kg | 总毛重kg | 总净重kg',
      '1-12 | MUG-01 | 10 | 12.5 | 150 | 140',
      '13-22 | TEA-SET | 6 | 9.8 | 98 | 90',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
  },
  {
    name: 'a weight in jin, half a kilogram',
    content: tabs(
      '箱号 | SKU | 每箱数量 | 毛重(斤)',
      '1-12 | MUG-01 | 10 | 25',
      '13-22 | TEA-SET | 6 | 19.6',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
    chosen: { gross: 'per-carton' },
  },
  {
    name: 'carton numbers that a spreadsheet made dates of',
    content: workbookOf({
      rows: [
        ['CTN NO.', 'SKU', 'QTY/CTN'],
        ['2026-01-12', 'MUG-01', 10],
        ['13-22', 'TEA-SET', 6],
      ],
    }),
    cartons: PLAIN,
    because: ['carton-dates 1-12 likely cells'],
  },
  {
    name: 'carton numbers that a saved CSV made dates of',
    content: lines('CTN NO.,SKU,QTY/CTN', '12-Jan,MUG-01,10', '13-22,TEA-SET,6'),
    cartons: PLAIN,
    because: ['carton-dates 1-12 likely cells'],
  },
  {
    name: 'cartons one by one',
    content: tabs(
      'Box No | SKU | Qty',
      ...Array.from({ length: 4 }, (_, at) => `${at + 1} | MUG-01 | 30`),
      '5 | TEA-SET | 60',
    ),
    cartons: ['1-4 = 4 | 30 MUG-01', '5 = 1 | 60 TEA-SET'],
  },
  {
    name: 'lists of single numbers',
    content: tabs('箱号 | SKU | 每箱数量', '1、3、5-6 | MUG-01 | 30', '2,4 | TEA-SET | 30'),
    cartons: ['1, 3, 5-6 = 4 | 30 MUG-01', '2, 4 = 2 | 30 TEA-SET'],
  },
  {
    name: 'cartons numbered in series',
    content: tabs(
      'Carton No. | SKU | Qty per carton',
      'A1-A12 | MUG-01 | 10',
      'B1-B10 | TEA-SET | 6',
    ),
    cartons: ['A1-A12 = 12 | 10 MUG-01', 'B1-B10 = 10 | 6 TEA-SET'],
  },
  {
    name: 'cartons numbered "3/22"',
    content: tabs(
      'Box # | SKU | Units',
      '1/3 | MUG-01 | 60',
      '2/3 | MUG-01 | 60',
      '3/3 | TEA-SET | 60',
    ),
    cartons: ['1-2 = 2 | 60 MUG-01', '3 = 1 | 60 TEA-SET'],
  },
  {
    name: 'a count that begins anew for each SKU, as the total row shows',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN | CTNS',
      '1-12 | MUG-01 | 10 | 12',
      '1-10 | TEA-SET | 6 | 10',
      'TOTAL |  |  | 22',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01', '1-10 = 10 | 6 TEA-SET'],
    because: ['numbering anew proved total-row'],
  },
  {
    name: 'a second SKU that lies in some of the cartons of the first',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN',
      '1-12 | MUG-01 | 10',
      '3-12 | TEA-SET | 6',
      'TOTAL: |  | ',
    ),
    cartons: ['1-2 = 2 | 10 MUG-01', '3-12 = 10 | 10 MUG-01 + 6 TEA-SET'],
    because: ['numbering shared likely usual'],
  },
  {
    name: 'subtotals, totals, signatures and a sum in words',
    content: tabs(
      'Shenzhen Bright Trading Co. |  |  | ',
      'PACKING LIST |  |  | Date: 2026-11-02',
      ' |  |  | ',
      'CTN NO. | SKU | QTY/CTN | TOTAL QTY',
      '1-12 | MUG-01 | 10 | 120',
      ' | Subtotal |  | 120',
      '13-22 | TEA-SET | 6 | 60',
      ' | Subtotal |  | 60',
      'GRAND TOTAL |  |  | 180',
      'SAY TOTAL TWENTY-TWO CARTONS ONLY |  |  | ',
      'Signature: |  |  | ',
    ),
    cartons: PLAIN,
  },
  {
    name: 'a total row without a word',
    content: tabs(
      '箱号 | SKU | 每箱数量 | 总数量',
      '1-12 | MUG-01 | 10 | 120',
      '13-22 | TEA-SET | 6 | 60',
      ' |  |  | 180',
    ),
    cartons: PLAIN,
  },
  {
    name: 'a summary by SKU below the total, which doubles nothing',
    content: tabs(
      '箱号 | SKU | 数量',
      '1-12 | MUG-01 | 120',
      '13-22 | TEA-SET | 60',
      '合计 |  | 180',
      ' | MUG-01 | 120',
      ' | TEA-SET | 60',
    ),
    cartons: PLAIN,
  },
  {
    name: 'a second page with its header again',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN',
      '1-12 | MUG-01 | 10',
      'Page total |  | ',
      'CTN NO. | SKU | QTY/CTN',
      '13-22 | TEA-SET | 6',
    ),
    cartons: PLAIN,
  },
  {
    name: 'a SKU that is called Total',
    content: tabs(
      'CTN NO. | SKU | QTY/CTN',
      '1-12 | TOTAL-CARE | 10',
      '13-22 | TEA-SET | 6',
      'TOTAL |  | ',
    ),
    plan: [{ sku: 'TOTAL-CARE', quantity: 120 }, TEA],
    cartons: ['1-12 = 12 | 10 TOTAL-CARE', '13-22 = 10 | 6 TEA-SET'],
  },
  {
    name: 'FNSKUs instead of SKUs',
    content: tabs('CTN NO. | FNSKU | QTY/CTN', '1-12 | X001MUG001 | 10', '13-22 | X001TEA001 | 6'),
    cartons: PLAIN,
  },
  {
    name: 'a column of SKUs under a header of no meaning',
    content: tabs('箱号 | 备注1 | 每箱数量', '1-12 | MUG-01 | 10', '13-22 | TEA-SET | 6'),
    cartons: PLAIN,
    because: ['column sku proved cells'],
  },
  {
    name: 'the factory’s own item numbers, once they are mapped',
    content: tabs('C/NO | STYLE NO. | PCS/CTN', '1-12 | HX-8801 | 10', '13-22 | HX-8802B | 6'),
    chosen: { items: { hx8801: 'MUG-01', hx8802b: 'TEA-SET' } },
    cartons: PLAIN,
  },
  {
    name: 'expiry dates that make two lines of one SKU',
    content: tabs(
      '箱号 | SKU | 每箱数量 | 有效期',
      '1-6 | MUG-01 | 10 | 2027-08-01',
      '7-12 | MUG-01 | 10 | 2027年9月1日',
    ),
    plan: [
      { sku: 'MUG-01', expiry: '2027-08-01', quantity: 60 },
      { sku: 'MUG-01', expiry: '2027-09-01', quantity: 60 },
    ],
    cartons: ['1-6 = 6 | 10 MUG-01 2027-08-01', '7-12 = 6 | 10 MUG-01 2027-09-01'],
  },
  {
    name: 'an expiry date that only the plan knows',
    content: tabs('箱号 | SKU | 每箱数量', '1-12 | MUG-01 | 10'),
    plan: [{ sku: 'MUG-01', expiry: '2027-08-01', quantity: 120 }],
    cartons: ['1-12 = 12 | 10 MUG-01 2027-08-01'],
  },
  {
    name: 'GBK text with commas, as Chinese programs save it',
    content: gbk(
      lines('箱号,货号,每箱数量,毛重(公斤)', '1-12,MUG-01,10,12.5', '13-22,TEA-SET,6,9.8'),
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
  },
  {
    name: 'semicolons and decimal commas',
    content: lines(
      'Carton no.;SKU;Qty/carton;Gross weight per carton (kg)',
      '1-12;MUG-01;10;12,5',
      '13-22;TEA-SET;6;9,8',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 12.5 KG', '13-22 = 10 | 6 TEA-SET | 9.8 KG'],
  },
  {
    name: 'a table in a chat, cut by bars',
    content: lines(
      '| CTN NO. | SKU | QTY/CTN |',
      '|---|---|---|',
      '| 1-12 | MUG-01 | 10 |',
      '| 13-22 | TEA-SET | 6 |',
    ),
    cartons: PLAIN,
  },
  {
    name: 'text from a PDF, cut by wide gaps',
    content: lines(
      'CTN NO.   SKU        QTY/CTN',
      '1-12      MUG-01     10',
      '13-22     TEA-SET    6',
    ),
    cartons: PLAIN,
  },
  {
    name: 'the list on the second sheet behind an invoice',
    content: workbookOf(
      {
        name: 'INVOICE',
        rows: [
          ['SKU', 'QTY', 'UNIT PRICE', 'AMOUNT'],
          ['MUG-01', 120, 2.5, 300],
          ['TEA-SET', 40, 9, 360],
        ],
      },
      {
        name: 'PACKING',
        rows: [
          ['CTN NO.', 'SKU', 'QTY/CTN'],
          ['1-12', 'MUG-01', 10],
          ['13-22', 'TEA-SET', 6],
        ],
      },
    ),
    cartons: PLAIN,
  },
  {
    name: 'one sheet for each product',
    content: workbookOf(
      {
        name: 'MUG',
        rows: [
          ['CTN NO.', 'SKU', 'QTY/CTN'],
          ['1-12', 'MUG-01', 10],
        ],
      },
      {
        name: 'TEA',
        rows: [
          ['CTN NO.', 'SKU', 'QTY/CTN'],
          ['1-10', 'TEA-SET', 6],
        ],
      },
    ),
    cartons: ['1-12 = 12 | 10 MUG-01', '1-10 = 10 | 6 TEA-SET'],
  },
  {
    name: 'units written with thousands and words',
    content: tabs('CTNS | SKU | TOTAL PCS | QTY/CTN', '10 CTNS | MUG-01 | 12,000 PCS | 1,200 PCS'),
    plan: [{ ...MUG, quantity: 12_000 }],
    cartons: ['- = 10 | 1200 MUG-01'],
  },
  {
    name: 'a product size beside the size of the carton',
    content: tabs(
      '货号 | 规格 | 箱号 | 每箱数量 | 外箱规格cm',
      'MUG-01 | 350ml | 1-12 | 10 | 40*30*25',
      'TEA-SET | 10*8*6 | 13-22 | 6 | 50*40*30',
    ),
    cartons: ['1-12 = 12 | 10 MUG-01 | 40x30x25 CM', '13-22 = 10 | 6 TEA-SET | 50x40x30 CM'],
  },
  {
    name: 'a serial number beside the carton numbers',
    content: tabs(
      'No. | CTN NO. | SKU | QTY/CTN',
      '1 | 1-12 | MUG-01 | 10',
      '2 | 13-22 | TEA-SET | 6',
    ),
    cartons: PLAIN,
  },
  {
    name: 'carton numbers under a mere "No."',
    content: tabs('NO. | SKU | QTY/CTN', '1-12 | MUG-01 | 10', '13-22 | TEA-SET | 6'),
    cartons: PLAIN,
    because: ['column carton-numbers likely cells'],
  },
  {
    name: 'colours that are part of the SKU',
    content: tabs(
      'CTN NO. | STYLE | COLOUR | QTY/CTN',
      '1-12 | MUG | RED | 10',
      '13-22 | MUG | BLUE | 6',
    ),
    plan: [
      { sku: 'MUG-RED', quantity: 120 },
      { sku: 'MUG-BLUE', quantity: 60 },
    ],
    cartons: ['1-12 = 12 | 10 MUG-RED', '13-22 = 10 | 6 MUG-BLUE'],
  },
];

describe('a factory’s packing list is read with', () => {
  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
    const list = read(layout);
    expect(list.blocking).toEqual([]);
    expect(list.cartons.map(told)).toEqual(layout.cartons);
    const reasons = list.inferences.map(({ about, value, certainty, evidence }) =>
      [about, value, certainty, evidence.kind].join(' '),
    );
    for (const reason of layout.because ?? []) expect(reasons).toContain(reason);
  });

  it('at least forty layouts', () => {
    expect(LAYOUTS.length).toBeGreaterThanOrEqual(40);
  });
});
