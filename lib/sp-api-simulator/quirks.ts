import type { Quirks } from './turn.ts';

/**
 * Ways in which Amazon departs from its documentation, each named for the public thread that reports
 * it (github.com/amzn/selling-partner-api-models, checked 2026-11-23). Off in an ideal world.
 */
export const QUIRKS = {
  echoOtherOperationId: '#4051',
  minuteTimestamps: '#4634',
  voidedAfterFail: '#4046',
  noPCP: '#3982',
  planStaysActive: '#4128',
  unknownEnum: '#4035',
  readyToShipUnfilterable: '#2063',
  listingKeepsDefault: '#2061',
} as const;

export type QuirkName = keyof typeof QUIRKS;
export type QuirkChoice = 'ideal' | 'realistic' | readonly string[];

export function quirksOf(choice: QuirkChoice): Quirks {
  if (choice === 'ideal') return { has: () => false };
  if (choice === 'realistic') return { has: (name) => name in QUIRKS };
  const unknown = choice.find((name) => !(name in QUIRKS));
  if (unknown !== undefined) throw new Error(`no quirk named ${unknown}`);
  const names = new Set<string>(choice);
  return { has: (name) => names.has(name) };
}
