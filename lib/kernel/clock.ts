/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Where "now" comes from; rules take an instant, effects take a clock. */
export type Clock = { readonly now: () => Instant };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
