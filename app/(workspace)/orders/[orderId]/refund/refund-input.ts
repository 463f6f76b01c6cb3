import { z } from 'zod';
import {
  minorPlaces,
  money,
  ok,
  type Problem,
  readDecimal,
  refuse,
  type Result,
} from '#lib/kernel';
import { ADJUST_REASONS, type Adjustment } from '#lib/orders';

export const RefundForm = z.object({
  orderId: z.string(),
  currency: z.string().length(3),
  reason: z.enum(ADJUST_REASONS),
  rows: z
    .array(
      z.object({
        orderItemId: z.string(),
        price: z.string().trim().max(40).default(''),
        shipping: z.string().trim().max(40).default(''),
        units: z.string().trim().max(10).default(''),
      }),
    )
    .max(500),
});
export type RefundForm = z.infer<typeof RefundForm>;

type Row = RefundForm['rows'][number];

/** What is given back, item by item, in exact amounts; rows in which nothing stands are left out. */
export function adjustmentsOf({
  currency,
  reason,
  rows,
}: RefundForm): Result<readonly Adjustment[]> {
  const problems: Problem[] = [];
  const read = (text: string, places: number, at: string) => {
    const found = readDecimal(text === '' ? '0' : text, places);
    if (found.ok) return found.value;
    problems.push(...found.problems.map((wrong) => ({ ...wrong, at })));
    return 0;
  };
  const adjustments = rows.flatMap((row, at): readonly Adjustment[] => {
    if (isBlank(row)) return [];
    const places = minorPlaces(currency);
    const shipping = read(row.shipping, places, `rows.${at}.shipping`);
    const units = read(row.units, 0, `rows.${at}.units`);
    return [
      {
        orderItemId: row.orderItemId,
        reason,
        itemPrice: money(read(row.price, places, `rows.${at}.price`), currency),
        ...(shipping !== 0 && { shippingPrice: money(shipping, currency) }),
        ...(units !== 0 && { quantityCancelled: units }),
      },
    ];
  });
  return problems.length > 0 ? refuse(...problems) : ok(adjustments);
}

function isBlank({ price, shipping, units }: Row): boolean {
  return [price, shipping, units].every((text) => text === '');
}

const FIELDS: Readonly<Record<string, string>> = {
  itemPrice: 'price',
  quantityCancelled: 'units',
  reason: 'price',
};

/** A problem of the n-th refund belongs to the field of the form, where blank rows count too. */
export function atRow(problem: Problem, { rows }: RefundForm): Problem {
  const [, at = '', field = ''] = /^adjustments\.(\d+)\.(\w+)$/.exec(problem.at ?? '') ?? [];
  const filled = rows.flatMap((row, index) => (isBlank(row) ? [] : [index]));
  const row = filled[Number(at)];
  if (at === '' || row === undefined) return problem;
  return { ...problem, at: `rows.${row}.${FIELDS[field] ?? field}` };
}
