import type { Carton, Goods, PackRequest } from '../types.ts';

export const IN = 100_000;
export const TARIFF = { handlingPerBox: 1, freightPerPound: 0.45, dimensionalDivisor: 139 };

export function goods(sku: string, quantity: number, sides: readonly number[], more = {}): Goods {
  const [length = 0, width = 0, height = 0] = sides.map((side) => Math.round(side * IN));
  return { sku, quantity, length, width, height, weight: IN / 4, ...more };
}

export function carton(name: string, sides: readonly number[], more = {}): Carton {
  const [length = 0, width = 0, height = 0] = sides.map((side) => Math.round(side * IN));
  const cost = sides.reduce((product, side) => product * side, 1) / 2_000;
  return { name, length, width, height, tareWeight: IN / 2, maxWeight: 50 * IN, cost, ...more };
}

export function request(
  list: readonly Goods[],
  cartons: readonly Carton[],
  more = {},
): PackRequest {
  return { goods: list, cartons, tariff: TARIFF, objective: 'boxes', ...more };
}
