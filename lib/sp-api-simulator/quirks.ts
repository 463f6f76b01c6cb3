import type { Quirks } from './turn.ts';

/**
 * Ways in which Amazon departs from its documentation, each named for the public place that reports
 * it: a thread of github.com/amzn/selling-partner-api-models, or another repository's README
 * (checked 2026-11-23). Off in an ideal world.
 */
export const QUIRKS = {
  /** The status of an operation echoes another id than the one that was asked for. */
  echoOtherOperationId: '#4051',
  /** Times lack their seconds. */
  minuteTimestamps: '#4634',
  /** A plan that could not be created is ACTIVE for some seconds before it is VOIDED. */
  voidedAfterFail: '#4046',
  /** No partnered carrier is offered. */
  noPCP: '#3982',
  /** A plan stays ACTIVE although all of its shipments are closed. */
  planStaysActive: '#4128',
  /** A tracking number is RECOGNIZED, a word that no model has. */
  unknownEnum: '#4035',
  /** READY_TO_SHIP is answered by getShipments but cannot be asked for. */
  readyToShipUnfilterable: '#2063',
  /** Replacing the fulfilment channel leaves DEFAULT beside the new one. */
  listingKeepsDefault: '#2061',
  /** Delivery windows start before the goods are ready. */
  windowsBeforeReady: '#4102',
  /** A content update succeeds and changes nothing. */
  contentUpdateNoop: '#4582',
  /** One unit is counted as another SKU of its shipment, and a box is complained of, with a fee. */
  miscounts: '#4842',
  /** Packing groups live for 24 hours and not a minute longer. */
  group24h: '#4669',
  /** More than a thousand freight appointments are offered, page after page. */
  manyOptions: '#4634',
  /** A plan of Amazon's other warehouse service stands in the list and cannot be read. */
  awdPlanInList: '#4739',
  /** A confirmed placement is not seen for some seconds. */
  confirmLag: '#3979',
  /** The cost of a quote is a template that nobody filled in. */
  literalCost: '#4252',
  /** Of several problems with a plan's items only the first is told. */
  partialProblems: '#4021',
  /** Listing delivery windows before they were generated is an internal error. */
  windowsFailUngenerated: '#3964',
  /** The listings report is in the old code page of its store, and lacks what that does not have. */
  oldCodePages: 'amz-tools/amazon-sp-api',
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
