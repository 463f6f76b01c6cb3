import type { Instant, Problem } from '#lib/kernel';

export type AmazonMessage = {
  readonly code: string;
  readonly message: string;
  readonly details?: string;
};

export type FailureKind =
  | 'throttled'
  | 'unauthorized'
  | 'rejected'
  | 'unavailable'
  | 'unexpected-answer';

/**
 * Why a call did not bring what was asked. Holds Amazon's own words and nothing of the request, so
 * it may be stored, logged and shown.
 */
export type AmazonFailure = {
  readonly kind: FailureKind;
  /** Room of the contract and operation, "inbound.createInboundPlan". */
  readonly operation: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly retryAt?: Instant;
  readonly messages: readonly AmazonMessage[];
  /** What the reader found wrong with an answer that came through, where that is known. */
  readonly found?: readonly Problem[];
  /** True when it is unknown whether Amazon carried a write out; read back before repeating it. */
  readonly uncertain: boolean;
};

export type AmazonAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly requestId?: string }
  | { readonly ok: false; readonly failure: AmazonFailure };

/** Codes of failures that are ours, beside the codes that Amazon sends. */
export const OWN_CODES = [
  'writes-stopped',
  'timeout',
  'connection-lost',
  'not-reached',
  'waiting-too-long',
  'unreadable-answer',
  'missing-in-answer',
  'unaddressable',
  'page-repeated',
  'unknown-compression',
  'upload-refused',
] as const;

export type OwnCode = (typeof OWN_CODES)[number];

export function ownMessage(code: OwnCode, message = ''): AmazonMessage {
  return { code, message };
}
