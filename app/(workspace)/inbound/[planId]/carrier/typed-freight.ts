import { z } from 'zod';
import type { Pallet } from '#lib/inbound';
import {
  minorPlaces,
  money,
  type Money,
  ok,
  optional,
  problem,
  type Problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  type Result,
  TYPED_WEIGHT_UNITS,
  writeDecimal,
  writeTicks,
} from '#lib/kernel';

const typed = z.string().max(200).default('');

const typedPallet = z.object({
  count: typed,
  boxes: typed,
  length: typed,
  width: typed,
  height: typed,
  lengthUnit: z.enum(['IN', 'CM']),
  weight: typed,
  weightUnit: z.enum(TYPED_WEIGHT_UNITS),
  stackable: z.string().optional(),
});
export type TypedPallet = z.infer<typeof typedPallet>;

export const freightForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  shipDate: z.string().default(''),
  currency: z.string().length(3),
  contact: z.object({ name: typed, phoneNumber: typed, email: typed }),
  shipments: z
    .array(
      z.object({
        shipmentId: z.string(),
        declaredValue: typed,
        freightClass: typed,
        pallets: z.array(typedPallet).max(200).default([]),
      }),
    )
    .default([]),
});
export type FreightForm = z.infer<typeof freightForm>;

/** What can be read of the pallets, and what cannot. Rows without a count or height are no pallets. */
export function readFreight(form: Pick<FreightForm, 'contact' | 'currency' | 'shipments'>) {
  const problems: Problem[] = [];
  const taken = <Value>(read: Result<Value>, place?: string): Value | undefined => {
    if (read.ok) return read.value;
    problems.push(
      ...read.problems.map((found) =>
        place === undefined ? found : problem(found.code, found.facts, place),
      ),
    );
    return undefined;
  };
  const { name, phoneNumber, email } = form.contact;
  const shipments = form.shipments.map(
    ({ shipmentId, declaredValue, freightClass, pallets }, index) => {
      const at = `shipments.${index}`;
      return {
        shipmentId,
        ...optional(
          'declaredValue',
          taken(readMoney(declaredValue, form.currency), `${at}.declaredValue`),
        ),
        ...optional('freightClass', freightClass === '' ? undefined : freightClass),
        pallets: pallets.flatMap((row, number): Pallet[] =>
          isBlank(row) ? [] : [readPallet(row, `${at}.pallets.${number}`, taken)],
        ),
      };
    },
  );
  const contact = { name: name.trim(), phoneNumber: phoneNumber.trim(), email: email.trim() };
  return { freight: { contact, shipments }, problems };
}

type Take = <Value>(read: Result<Value>, place?: string) => Value | undefined;

function readPallet(row: TypedPallet, at: string, taken: Take): Pallet {
  return {
    count: taken(readDecimal(row.count, 0), `${at}.count`) ?? 0,
    boxes: row.boxes.trim() === '' ? 0 : (taken(readDecimal(row.boxes, 0), `${at}.boxes`) ?? 0),
    ...optional('dimensions', taken(readTypedDimensions(row, row.lengthUnit, at))),
    ...optional(
      'weight',
      row.weight.trim() === ''
        ? undefined
        : taken(readTypedWeight(row.weight, row.weightUnit), `${at}.weight`),
    ),
    isStackable: row.stackable !== undefined,
  };
}

function isBlank({ count, boxes, weight }: TypedPallet): boolean {
  return [count, boxes, weight].every((text) => text.trim() === '');
}

function readMoney(text: string, currency: string): Result<Money | undefined> {
  if (text.trim() === '') return ok(undefined);
  const read = readDecimal(text, minorPlaces(currency));
  return read.ok ? ok(money(read.value, currency)) : read;
}

export function writeMoney(amount: Money | undefined): string {
  return amount ? writeDecimal(amount.minor, minorPlaces(amount.currency)) : '';
}

/** Pallets as they are shown for typing. */
export function typedFromPallet(pallet: Pallet): TypedPallet {
  const { dimensions: size, weight } = pallet;
  const text = (amount: number | undefined) => (amount === undefined ? '' : writeTicks(amount));
  return {
    count: String(pallet.count),
    boxes: String(pallet.boxes),
    length: text(size?.length),
    width: text(size?.width),
    height: text(size?.height),
    lengthUnit: size?.unit ?? 'IN',
    weight: text(weight?.amount),
    weightUnit: weight?.unit ?? 'LB',
    ...(pallet.isStackable ? { stackable: 'on' } : {}),
  };
}

/** A row to be filled in, on the usual deck. */
export function blankPallet(
  deck: readonly [number, number],
  units: Pick<TypedPallet, 'lengthUnit' | 'weightUnit'>,
): TypedPallet {
  const [length, width] = deck;
  return {
    count: '',
    boxes: '',
    length: String(length),
    width: String(width),
    height: '',
    weight: '',
    ...units,
  };
}
