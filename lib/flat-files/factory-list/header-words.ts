import { optional } from '#lib/kernel';
import {
  type FactoryField,
  type FactoryLengthUnit,
  type FactoryWeightUnit,
  headerKey,
} from './factory-choices.ts';
import { factoryLengthUnitOf, factoryWeightUnitOf } from './figures.ts';

/** What a header says: `pieces` and `serial` are words that stand for one thing or another. */
export type HeaderReading = {
  readonly field: FactoryField | 'pieces' | 'serial';
  readonly lengthUnit?: FactoryLengthUnit;
  readonly weightUnit?: FactoryWeightUnit;
};

const UNITS = "(?:qty|q'?ty|quantit(?:y|ies)|pcs|pieces?|units?|sets|数量|个数|件数|数)";
const CARTON = '(?:cartons?|ctns?|cases?|box(?:es)?|pkgs?|packages?|箱)';
const TOTAL = '(?:total|ttl|tot\\.|grand|all|总|合计|小计|共)';

const WEIGHT: Readonly<Record<'gross' | 'net', RegExp>> = {
  net: /(?:^|[^a-z])n\.?\s?w\.?(?![a-z])|\bnet\b|净重/,
  gross: /(?:^|[^a-z])(?:t\.?\s?)?g\.?\s?w\.?(?![a-z])|gross|毛重|weight|\bwt\b|重量|箱重|总重/,
};

const SIDES: readonly (readonly [FactoryField, RegExp])[] = [
  ['length', /(?:^|[\s(/:_-])(?:length|len|l)$|长度?$/],
  ['width', /(?:^|[\s(/:_-])(?:width|wid|w|breadth|b)$|宽度?$/],
  ['height', /(?:^|[\s(/:_-])(?:height|hgt|h|depth|d)$|高度?$/],
];

/** The first that fits counts, so narrow words stand before wide ones. */
const WORDS: readonly (readonly [HeaderReading['field'], RegExp])[] = [
  ['volume', /cbm|m3|m³|cu\.?\s?ft|cuft|体积|材积|立方|volume/],
  ['carton-from', /箱号?.*(?:起|从|自)|(?:起始|开始|首).*箱|(?:^|[\s(])(?:from|start)(?:[\s)]|$)/],
  ['carton-to', /箱号?.*(?:止|到|至|迄)|(?:结束|截止|末|尾).*箱|(?:^|[\s(])(?:to|end)(?:[\s)]|$)/],
  [
    'units-per-carton',
    new RegExp(
      `${UNITS}\\.?\\s*(?:/|per|in (?:each|a|one)|each)\\s*${CARTON}|per\\s*${CARTON}|/\\s*箱|每箱|单箱(?!号)|装箱[率]|箱装|箱入|入数|packing rate|^${CARTON} ?(?:content|pack)`,
    ),
  ],
  [
    'carton-numbers',
    /(?:carton|ctn|case|box|pkg|package)s?\.?\s*\/?\s*(?:nos?\b|numbers?|#|№|id\b|mark)|c\s*\/\s*n|箱号|箱序|箱.?编号|^件号|唛头?号|第几箱|#\s?of (?:carton|box)/,
  ],
  [
    'cartons',
    new RegExp(
      `^(?:${TOTAL} ?)?(?:(?:no\\.?|nos\\.?|number|qty|quantity|q'?ty|#) ?(?:of )?)?${CARTON}(?: ?(?:qty|quantity|count|q'?ty))?$|箱数|总箱|箱量|${UNITS} ?\\(${CARTON}\\)|(?:no|number|qty|quantity)s?\\.? of ${CARTON}`,
    ),
  ],
  [
    'units-in-all',
    new RegExp(
      `${TOTAL}.{0,12}${UNITS}|${UNITS}.{0,12}${TOTAL}|^(?:total|ttl|合计|总计|小计)$|总数|总个数|总件数`,
    ),
  ],
  ['pieces', /^件数/],
  ['size', /l\s?[*x×/]\s?w|长\s?[*x×/]?\s?宽|size|dimension|\bdims?\b|\bmeas|尺寸|箱规|规格/],
  ['fnsku', /fnsku/],
  ['sku', /sku|商家编码|卖家编码/],
  ['asin', /asin/],
  ['barcode', /bar ?code|\bupc\b|\bean\b|条码|条形码/],
  ['expiry', /expir|best before|\bexp\b|有效期|保质期|到期/],
  ['colour', /colou?r|颜色|色号/],
  [
    'item',
    /item|style|model|article|art\.|part no|product (?:code|no|id)|货号|款号|款式|型号|编码|品号|料号|物料/,
  ],
  ['description', /desc|product|name|commodity|goods|品名|名称|货物|产品|商品|描述/],
  ['serial', /^(?:no|s\/?n|seq|#|序号?|编号|number|nr)\.?$/],
];

const QUANTITY = new RegExp(`${UNITS}|出货|发货|装箱`);

/** What the words of a header say a column holds, or undefined where they say nothing known. */
export function readHeaderText(text: string): HeaderReading | undefined {
  const name = headerKey(text).replace(/[:*]+$/, '');
  if (name === '') return undefined;
  const lengthUnit = factoryLengthUnitOf(name);
  const weightUnit = factoryWeightUnitOf(name);
  const field = weightField(name) ?? sideField(name) ?? wordField(name);
  if (field === undefined) return undefined;
  return { field, ...optional('lengthUnit', lengthUnit), ...optional('weightUnit', weightUnit) };
}

function weightField(name: string): FactoryField | undefined {
  if (WEIGHT.net.test(name) && !/gross|毛/.test(name)) return 'net';
  if (!WEIGHT.gross.test(name)) return undefined;
  if (new RegExp(`/\\s*${CARTON}|per\\s*${CARTON}|each|每箱|单箱|箱重`).test(name))
    return 'gross-per-carton';
  return new RegExp(`${TOTAL}|t\\.?\\s?g\\.?\\s?w`).test(name) ? 'gross-in-all' : 'gross';
}

const UNIT_TAIL = /\s*[([]?(?:cms?|mms?|in(?:ch(?:es)?)?|m|厘米|毫米|英寸|公分)\.?[)\]]?$/;

function sideField(name: string): FactoryField | undefined {
  if (/[*x×]/.test(name) && !/box|max|ex/.test(name)) return undefined;
  const bare = name.replace(UNIT_TAIL, '').trim();
  return SIDES.find(([, pattern]) => pattern.test(bare))?.[0];
}

function wordField(name: string): HeaderReading['field'] | undefined {
  const bare = name.replace(/\s*\((?!ctn|carton|箱)[^)]*\)/g, '').trim();
  const found = WORDS.find(([, pattern]) => pattern.test(bare === '' ? name : bare));
  return found?.[0] ?? (QUANTITY.test(name) ? 'units' : undefined);
}
