/** How long after delivery something may be claimed, and who says so. */
export type ClaimWindow = {
  readonly kind: 'claim-soonest' | 'claim-latest';
  /** calendar months and days, as the source counts */
  readonly months: number;
  readonly days: number;
};

// Lost units of a shipment. The sources differ: most texts of 2025 and 2026 give nine months after
// delivery, some give as little as 60 days, as India does; both are shown, and Seller Central decides
// (checked 2026-11-23).
export const CLAIM_WINDOWS: readonly ClaimWindow[] = [
  { kind: 'claim-soonest', months: 0, days: 60 },
  { kind: 'claim-latest', months: 9, days: 0 },
];

/** The day on which those figures were looked up. */
export const CLAIM_WINDOWS_CHECKED = '2026-11-23';
