import { type Money, money } from '#lib/kernel';

/**
 * Splits an amount in proportion to shares, to the minor unit: everyone gets the whole units of their
 * part, and what is then left goes, one each, to the largest remainders, the earlier first. The parts
 * always add up to the amount; of nothing by nothing everyone gets nothing, and an amount that nobody
 * has a share of is not split.
 */
export function splitMoney(amount: Money, shares: readonly bigint[]): Money[] | undefined {
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  if (whole === 0n) {
    return amount.minor === 0 ? shares.map(() => money(0, amount.currency)) : undefined;
  }
  const sign = amount.minor < 0 ? -1n : 1n;
  const minor = BigInt(amount.minor) * sign;
  const parts = shares.map((share, index) => ({
    index,
    floor: (minor * share) / whole,
    rest: (minor * share) % whole,
  }));
  const given = parts.reduce((sum, { floor }) => sum + floor, 0n);
  const ranked = parts.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  const lucky = new Set(ranked.slice(0, Number(minor - given)).map(({ index }) => index));
  return parts.map(({ index, floor }) => {
    const part = (floor + (lucky.has(index) ? 1n : 0n)) * sign;
    return money(Number(part), amount.currency);
  });
}
