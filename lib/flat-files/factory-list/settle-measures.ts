import type { LineLoad } from './carton-loads.ts';
import {
  FACTORY_LENGTH_UNITS,
  FACTORY_WEIGHT_UNITS,
  type FactoryLengthUnit,
  type FactoryWeightUnit,
  type Scope,
  SCOPES,
} from './factory-choices.ts';
import { factoryWeightUnitOf, readFigure } from './figures.ts';
import type { FactoryLine } from './read-lines.ts';
import {
  CHOSEN,
  type Reason,
  REMEMBERED,
  settled,
  type Settled,
  type SettleInput,
} from './settle.ts';

const CUBIC_METRES: Record<FactoryLengthUnit, number> = {
  M: 1,
  CM: 1e-6,
  MM: 1e-9,
  IN: 1.6387064e-5,
};

type Heads = readonly { readonly head: FactoryLine; readonly cartons: number }[];

export function headsOf(loads: readonly LineLoad[]): Heads {
  return [...new Map(loads.map(({ head, cartons }) => [head, { head, cartons }])).values()];
}

/** The unit of the sides: named, shown by the volume beside them, or told by their magnitude. */
export function settleLengthUnit(input: SettleInput, heads: Heads): Settled<FactoryLengthUnit> {
  const sizes = heads.filter(({ head }) => head.size !== undefined);
  if (sizes.length === 0) return { value: 'CM' };
  const say = (value: FactoryLengthUnit, reason: Reason) =>
    settled('length-unit', FACTORY_LENGTH_UNITS, value, reason);
  if (input.chosen.lengthUnit) return say(input.chosen.lengthUnit, CHOSEN);
  const named = input.columns.find(
    ({ field, lengthUnit }) => lengthUnit && /^(?:size|length|width|height)$/.test(field ?? ''),
  );
  if (named?.lengthUnit)
    return say(named.lengthUnit, {
      certainty: 'stated',
      kind: 'header',
      facts: { header: named.text },
    });
  const own = sizes.find(({ head }) => head.size?.unit)?.head;
  if (own?.size?.unit)
    return say(own.size.unit, {
      certainty: 'stated',
      kind: 'cells',
      facts: { text: own.sizeText },
    });
  const fitting = fittingUnit(sizes);
  if (fitting) return say(fitting.unit, { certainty: 'proved', kind: 'volume', facts: fitting });
  const title = titleLengthUnit(input.title);
  if (title) return say(title, { certainty: 'stated', kind: 'header', facts: { header: title } });
  if (input.remembered.lengthUnit) return say(input.remembered.lengthUnit, REMEMBERED);
  const longest = Math.max(...sizes.map(({ head }) => longestOf(head)));
  const [unit, certainty] = byMagnitude(longest);
  return say(unit, { certainty, kind: 'magnitude', facts: { figure: longest } });
}

function titleLengthUnit(title: string): FactoryLengthUnit | undefined {
  const match = /(?<![a-z])(mm|cm|inch(?:es)?)(?![a-z])|毫米|厘米|英寸/i.exec(title)?.[0];
  if (match === undefined) return undefined;
  if (/^mm|毫/i.test(match)) return 'MM';
  return /^cm|厘/i.test(match) ? 'CM' : 'IN';
}

function longestOf({ size }: FactoryLine): number {
  return Math.max(...(size?.sides ?? []).map((side) => readFigure(side) ?? 0));
}

/** No carton is longer than 1.5 m or shorter than 3 cm; below 36 it may be either unit. */
function byMagnitude(longest: number): readonly [FactoryLengthUnit, Reason['certainty']] {
  if (longest > 150) return ['MM', 'likely'];
  if (longest < 3) return ['M', 'likely'];
  return ['CM', longest > 36 ? 'likely' : 'guess'];
}

function fittingUnit(
  sizes: Heads,
): { unit: FactoryLengthUnit; text: string; volume: number } | undefined {
  const told = sizes.filter(({ head }) => head.volume !== undefined);
  const [first] = told;
  if (!first) return undefined;
  const unit = FACTORY_LENGTH_UNITS.find((candidate) => {
    const fits = told.filter(({ head, cartons }) => volumeFits(head, cartons, candidate));
    return fits.length >= told.length * 0.8;
  });
  return unit && { unit, text: first.head.sizeText, volume: first.head.volume ?? 0 };
}

function volumeFits(head: FactoryLine, cartons: number, unit: FactoryLengthUnit): boolean {
  const sides = (head.size?.sides ?? []).map((side) => readFigure(side) ?? 0);
  const each = sides.reduce((product, side) => product * side, CUBIC_METRES[unit]);
  const volume = head.volume ?? 0;
  return [each, each * cartons].some((whole) => Math.abs(whole - volume) <= 0.001 + whole * 0.04);
}

/** Whether a weight is of one carton or of all of its line. */
export function settleGross(input: SettleInput, heads: Heads): Settled<Scope> {
  const fields = new Set(input.columns.map(({ field }) => field));
  if (fields.has('gross-per-carton')) return { value: 'per-carton' };
  if (!fields.has('gross')) return { value: 'in-all' };
  const weighed = heads.filter(({ head }) => readFigure(head.grossText) !== undefined);
  if (weighed.every(({ cartons }) => cartons === 1)) return { value: 'per-carton' };
  const say = (value: Scope, reason: Reason) => settled('gross', SCOPES, value, reason);
  if (input.chosen.gross) return say(input.chosen.gross, CHOSEN);
  const figure = ({ head }: Heads[number]) => readFigure(head.grossText) ?? 0;
  const plain = weighed.reduce((sum, each) => sum + figure(each), 0);
  const times = weighed.reduce((sum, each) => sum + figure(each) * each.cartons, 0);
  const total = input.totals.map(({ gross }) => gross).find((value) => value !== undefined);
  const facts = { plain: rounded(plain), times: rounded(times), total: total ?? 0 };
  const meets = (sum: number) => total !== undefined && Math.abs(sum - total) <= total * 0.005;
  if (meets(times) !== meets(plain)) {
    const value = meets(times) ? 'per-carton' : 'in-all';
    return say(value, { certainty: 'proved', kind: 'total-row', facts });
  }
  if (input.remembered.gross) return say(input.remembered.gross, REMEMBERED);
  const heaviest = Math.max(...weighed.filter(({ cartons }) => cartons > 1).map(figure));
  return heaviest > 40
    ? say('in-all', { certainty: 'likely', kind: 'magnitude', facts: { figure: heaviest } })
    : say('per-carton', { certainty: 'guess', kind: 'usual', facts });
}

function rounded(figure: number): number {
  return Math.round(figure * 1_000) / 1_000;
}

export function settleWeightUnit(
  input: SettleInput,
  heads: Heads,
  scope: Scope,
): Settled<FactoryWeightUnit> {
  const weighed = heads.filter(({ head }) => readFigure(head.grossText) !== undefined);
  if (weighed.length === 0) return { value: 'KG' };
  const say = (value: FactoryWeightUnit, reason: Reason) =>
    settled('weight-unit', FACTORY_WEIGHT_UNITS, value, reason);
  if (input.chosen.weightUnit) return say(input.chosen.weightUnit, CHOSEN);
  const named = input.columns.find(
    ({ field, weightUnit }) => weightUnit && field?.startsWith('gross') === true,
  );
  if (named?.weightUnit)
    return say(named.weightUnit, {
      certainty: 'stated',
      kind: 'header',
      facts: { header: named.text },
    });
  const texts = weighed.map(({ head }) => head.grossText);
  const own = texts.find((text) => factoryWeightUnitOf(text) !== undefined);
  const unit = own === undefined ? undefined : factoryWeightUnitOf(own);
  if (own !== undefined && unit)
    return say(unit, { certainty: 'stated', kind: 'cells', facts: { text: own } });
  const title = /(?<![a-z])(kgs?|lbs?)(?![a-z])|公斤|千克|磅/i.exec(input.title)?.[0];
  if (title !== undefined)
    return say(/^k|公|千/i.test(title) ? 'KG' : 'LB', {
      certainty: 'stated',
      kind: 'header',
      facts: { header: title },
    });
  if (input.remembered.weightUnit) return say(input.remembered.weightUnit, REMEMBERED);
  const heaviest = Math.max(
    ...weighed.map(
      ({ head, cartons }) => (readFigure(head.grossText) ?? 0) / (scope === 'in-all' ? cartons : 1),
    ),
  );
  const facts = { figure: rounded(heaviest) };
  return heaviest > 400
    ? say('G', { certainty: 'likely', kind: 'magnitude', facts })
    : say('KG', { certainty: 'guess', kind: 'usual', facts });
}
