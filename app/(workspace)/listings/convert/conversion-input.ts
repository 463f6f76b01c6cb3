import { z } from 'zod';
import {
  type Dimensions,
  ok,
  optional,
  type Problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  refuse,
  type Result,
  TYPED_WEIGHT_UNITS,
  type Weight,
} from '#lib/kernel';
import type { ConversionRequest } from '#lib/listings';
import type { ConversionEntry } from '#lib/listings/server';

const typed = z.string().default('');

const ToAmazonRow = z.object({
  listingId: z.string(),
  sku: z.string(),
  barcode: z.enum(['fnsku', 'manufacturer'], { error: 'declaration-needed' }),
  batteries: z.enum(['none', 'included', 'required-not-included'], { error: 'declaration-needed' }),
  dangerousGoods: z.enum(['not-applicable', 'regulated'], { error: 'declaration-needed' }),
  length: typed,
  width: typed,
  height: typed,
  lengthUnit: z.enum(['IN', 'CM']),
  weight: typed,
  weightUnit: z.enum(TYPED_WEIGHT_UNITS),
});
const ToMerchantRow = z.object({ listingId: z.string(), sku: z.string(), quantity: typed });

/** Where the form was: a list of listings, or the step of a plan. */
const place = { ids: typed, planId: z.string().optional() };

export const ConversionForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('amazon'), ...place, rows: z.array(ToAmazonRow) }),
  z.object({ to: z.literal('merchant'), ...place, rows: z.array(ToMerchantRow) }),
]);
export type ConversionInput = z.infer<typeof ConversionForm>;

/** What was typed, read exactly; or every field that could not be read. */
export function readConversions(input: ConversionInput): Result<readonly ConversionEntry[]> {
  const rows =
    input.to === 'amazon' ? input.rows.map(readToAmazon) : input.rows.map(readToMerchant);
  const problems = rows.flatMap((row) => row.problems);
  if (problems.length > 0) return refuse(...problems);
  return ok(rows.map((row) => row.entry));
}

type ReadRow = { readonly entry: ConversionEntry; readonly problems: readonly Problem[] };

function readToAmazon(row: z.infer<typeof ToAmazonRow>, index: number): ReadRow {
  const at = `rows.${index}`;
  const size = readTypedDimensions(row, row.lengthUnit, at);
  const weight: Result<Weight | undefined> =
    row.weight.trim() === '' ? ok(undefined) : readTypedWeight(row.weight, row.weightUnit);
  const request: ConversionRequest = {
    to: 'amazon',
    barcode: row.barcode,
    batteries: row.batteries,
    dangerousGoods: row.dangerousGoods,
    ...optional<'dimensions', Dimensions>('dimensions', size.ok ? size.value : undefined),
    ...optional<'weight', Weight>('weight', weight.ok ? weight.value : undefined),
  };
  return {
    entry: { listingId: row.listingId, request },
    problems: [
      ...(size.ok ? [] : size.problems),
      ...(weight.ok ? [] : weight.problems.map((found) => ({ ...found, at: `${at}.weight` }))),
    ],
  };
}

function readToMerchant(row: z.infer<typeof ToMerchantRow>, index: number): ReadRow {
  const blank = row.quantity.trim() === '';
  const quantity: Result<number | undefined> = blank ? ok(undefined) : readDecimal(row.quantity, 0);
  const request: ConversionRequest = {
    to: 'merchant',
    barcode: 'fnsku',
    batteries: 'none',
    dangerousGoods: 'not-applicable',
    ...optional<'quantity', number>('quantity', quantity.ok ? quantity.value : undefined),
  };
  return {
    entry: { listingId: row.listingId, request },
    problems: quantity.ok
      ? []
      : quantity.problems.map((found) => ({ ...found, at: `rows.${index}.quantity` })),
  };
}
