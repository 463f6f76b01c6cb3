/** An amount in minor units (cents, yen) of an ISO 4217 currency. */
export type Money = { readonly minor: number; readonly currency: string };

const WITHOUT_MINOR_UNIT = new Set(['JPY', 'KRW', 'VND', 'CLP']);

/** How many decimals the currency's minor unit has: 2 for USD, 0 for JPY. */
export function minorPlaces(currency: string): number {
  return WITHOUT_MINOR_UNIT.has(currency) ? 0 : 2;
}

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new Error(`money in whole minor units, not ${minor}`);
  return { minor, currency };
}

/** Money from a decimal amount as Amazon sends it, rounded half away from zero to the minor unit. */
export function moneyFromDecimal(amount: number, currency: string): Money {
  const scaled = Math.abs(amount) * 10 ** minorPlaces(currency);
  // The nudge undoes binary noise: 1.005 * 100 is 100.49999999999999.
  const minor = Math.round(scaled + scaled * Number.EPSILON);
  return money(amount < 0 && minor !== 0 ? -minor : minor, currency);
}

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} do not add up`);
  return money(a.minor + b.minor, a.currency);
}

/** The sum, or undefined for an empty list, which has no currency. */
export function sumMoney(amounts: readonly Money[]): Money | undefined {
  const [first, ...rest] = amounts;
  return first && rest.reduce(addMoney, first);
}

export function toDecimal(amount: Money): number {
  return amount.minor / 10 ** minorPlaces(amount.currency);
}
