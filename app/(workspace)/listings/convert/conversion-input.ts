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
const ToMerchantRow = z.object({ sku: z.string(), quantity: typed });

/** Where the form was: a list of listings, or the step of a plan. */
const place = { ids: z.string().default(''), planId: z.string().optional() };
// By listing, not by position: rows leave the form when their listing is on its way.
const id = z.string();

export const ConversionForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('amazon'), ...place, rows: z.record(id, ToAmazonRow) }),
  z.object({ to: z.literal('merchant'), ...place, rows: z.record(id, ToMerchantRow) }),
]);
export type ConversionInput = z.infer<typeof ConversionForm>;

/** What was typed, read exactly; or every field that could not be read. */
export function readConversions(input: ConversionInput): Result<readonly ConversionEntry[]> {
  const rows =
    input.to === 'amazon'
      ? Object.entries(input.rows).map(([listingId, row]) => readToAmazon(listingId, row))
      : Object.entries(input.rows).map(([listingId, row]) => readToMerchant(listingId, row));
  const problems = rows.flatMap((row) => row.problems);
  if (problems.length > 0) return refuse(...problems);
  return ok(rows.map((row) => row.entry));
}

type ReadRow = { readonly entry: ConversionEntry; readonly problems: readonly Problem[] };

function readToAmazon(listingId: string, row: z.infer<typeof ToAmazonRow>): ReadRow {
  const at = `rows.${listingId}`;
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
    entry: { listingId, request },
    problems: [
      ...(size.ok ? [] : size.problems),
      ...(weight.ok ? [] : weight.problems.map((found) => ({ ...found, at: `${at}.weight` }))),
    ],
  };
}

function readToMerchant(listingId: string, row: z.infer<typeof ToMerchantRow>): ReadRow {
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
    entry: { listingId, request },
    problems: quantity.ok
      ? []
      : quantity.problems.map((found) => ({ ...found, at: `rows.${listingId}.quantity` })),
  };
}
