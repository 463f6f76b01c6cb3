import { Prisma } from './generated/client.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Any plain value as a JSON column takes it; what JSON cannot carry is left out, as on a wire. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error('nothing that JSON can say');
  return JSON.parse(text) as Prisma.InputJsonValue;
}

/** The same for a column that may be empty: `undefined` and `null` leave it so. */
export function toJsonOrNothing(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null ? Prisma.DbNull : toJson(value);
}
