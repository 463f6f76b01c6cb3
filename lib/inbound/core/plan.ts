import { problem, type Problem } from '#lib/kernel';
import { checkAddress } from './address.ts';
import { daysBetween } from './days.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import { type InboundPlan, lineKey, type PlanLine } from './inbound-plan.ts';
import { whyNotPackLater } from './pack-later.ts';

// Volume limits: Amazon's FAQ (1,500 SKUs, 10,000 units each) stays below the schema's 2,000 and
// 500,000, above which plans are known to fail (checked 2026-11-23).
export const MOST_SKUS = 1_500;
export const MOST_UNITS_PER_SKU = 10_000;
export const LONGEST_PLAN_NAME = 40;
const MOST_LINES_PER_SKU = 2;
const MOST_UNITS_PER_CASE = 150;
/** FBA_INB_0181: a date nearer than this is refused when the plan is created. */
const LEAST_DAYS_TO_EXPIRY = 105;
const MOST_YEARS_TO_EXPIRY = 10;
const UNITED_STATES = 'ATVPDKIKX0DER';

export { daysBetween } from './days.ts';

/** What can be said about the plan before Amazon is asked (R13 to R21, R29 to R35). */
export function checkPlan(plan: InboundPlan, today: string): Findings {
  const { name } = plan;
  return gather(
    blocking(
      name.trim() === '' ? problem('plan-name-needed', {}, 'name') : undefined,
      name.length > LONGEST_PLAN_NAME
        ? problem('plan-name-too-long', { most: LONGEST_PLAN_NAME, length: name.length }, 'name')
        : undefined,
      plan.shipFrom === undefined ? problem('ship-from-needed', {}, 'shipFrom') : undefined,
      ...(plan.shipFrom ? checkAddress(plan.shipFrom) : []),
      plan.lines.length === 0 ? problem('plan-is-empty') : undefined,
      plan.lines.length > MOST_SKUS
        ? problem('too-many-skus', { count: plan.lines.length, most: MOST_SKUS })
        : undefined,
      ...repeatedLines(plan.lines),
      ...tooManyUnits(plan.lines),
      plan.packsLater && whyNotPackLater(plan),
    ),
    ...plan.lines.map((line) => checkLine(line, today)),
    severalDates(plan),
  );
}

function checkLine(line: PlanLine, today: string): Findings {
  const at = `lines.${lineKey(line)}`;
  const isWhole = Number.isSafeInteger(line.quantity) && line.quantity >= 1;
  return gather(
    blocking(
      isWhole ? undefined : problem('quantity-needed', { sku: line.sku }, `${at}.quantity`),
      line.fnsku === undefined ? problem('sku-not-converted', { sku: line.sku }, at) : undefined,
    ),
    isWhole ? checkCase(line, at) : blocking(),
    line.expiry === undefined ? blocking() : checkExpiry(line, line.expiry, today),
  );
}

function checkCase(line: PlanLine, at: string): Findings {
  if (!line.case) return blocking();
  const { unitsPerCase } = line.case;
  if (!Number.isSafeInteger(unitsPerCase) || unitsPerCase < 1) {
    return blocking(problem('case-units-needed', { sku: line.sku }, `${at}.case`));
  }
  const rest = line.quantity % unitsPerCase;
  return gather(
    blocking(
      rest === 0
        ? undefined
        : problem(
            'quantity-not-whole-cases',
            {
              sku: line.sku,
              unitsPerCase,
              below: line.quantity - rest,
              above: line.quantity - rest + unitsPerCase,
            },
            `${at}.quantity`,
          ),
    ),
    warning(
      unitsPerCase > MOST_UNITS_PER_CASE
        ? problem('case-too-many-units', { sku: line.sku, most: MOST_UNITS_PER_CASE }, at)
        : undefined,
    ),
  );
}

// R29 to R31; help G201003420: disposal at 50 days, food wants 90 at arrival, plans want 105.
function checkExpiry(line: PlanLine, expiry: string, today: string): Findings {
  const { sku } = line;
  const at = `lines.${lineKey(line)}.expiry`;
  const days = daysBetween(today, expiry);
  if (days === undefined) return blocking(problem('expiry-no-date', { sku }, at));
  return gather(
    blocking(
      days < LEAST_DAYS_TO_EXPIRY
        ? problem('expiry-too-near', { sku, days, least: LEAST_DAYS_TO_EXPIRY }, at)
        : undefined,
    ),
    warning(
      expiry > yearsAfter(today, MOST_YEARS_TO_EXPIRY)
        ? problem('expiry-far-away', { sku, expiry }, at)
        : undefined,
    ),
  );
}

// Text compares as dates do.
function yearsAfter(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

// R15: counted per SKU, whatever expiry dates its units have.
function tooManyUnits(lines: readonly PlanLine[]): Problem[] {
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.sku, (units.get(line.sku) ?? 0) + line.quantity);
  return [...units]
    .filter(([, count]) => count > MOST_UNITS_PER_SKU)
    .map(([sku]) =>
      problem('quantity-too-large', { sku, most: MOST_UNITS_PER_SKU }, `lines.${sku}.quantity`),
    );
}

// R20: a SKU stands once in a plan, or once per expiry date.
function repeatedLines(lines: readonly PlanLine[]): Problem[] {
  const seen = new Set<string>();
  return lines
    .filter((line) => seen.size === seen.add(lineKey(line)).size)
    .map((line) => problem('line-twice', { sku: line.sku }, `lines.${lineKey(line)}`));
}

// R21: two dates of one SKU in one plan are taken by the web page but refused elsewhere; R33: the
// web page of the US takes no third (AGL help, checked 2026-11-23).
function severalDates(plan: InboundPlan): Findings {
  const counts = new Map<string, number>();
  for (const line of plan.lines) counts.set(line.sku, (counts.get(line.sku) ?? 0) + 1);
  const several = [...counts].filter(([, count]) => count > 1);
  const most = plan.marketplaceId === UNITED_STATES ? MOST_LINES_PER_SKU : Number.MAX_SAFE_INTEGER;
  return gather(
    ...several.map(([sku, count]) =>
      warning(
        problem('several-expiry-dates', { sku }, `lines.${sku}.expiry`),
        count > most
          ? problem('too-many-lines-of-sku', { sku, count, most }, `lines.${sku}`)
          : undefined,
      ),
    ),
  );
}
