import type { Gateway } from '../index.ts';
import { amazonError, fakeAmazon, json } from './fake-amazon.ts';

type Ask = (gateway: Gateway) => Promise<{ readonly ok: boolean }>;

export const read: Ask = (gateway) => gateway.inbound.getInboundPlan({ inboundPlanId: 'wf1' });
export const repeatable: Ask = (gateway) =>
  gateway.inbound.generatePackingOptions({ inboundPlanId: 'wf1' });
export const once: Ask = (gateway) =>
  gateway.inbound.confirmPlacementOption({ inboundPlanId: 'wf1', placementOptionId: 'pl1' });
export const BODY = { inboundPlanId: 'wf1', status: 'ACTIVE', operationId: 'op1' };

function broken(code: string): TypeError {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error(`connect ${code} Atza|token-1`), { code }),
  });
}

export const FAULTS = {
  throttled: () => amazonError(429, 'QuotaExceeded', 'You exceeded your quota'),
  'internal error': () => amazonError(500, 'InternalFailure'),
  unavailable: () => new Response('<html>down</html>', { status: 503 }),
  'bad gateway': () => new Response('', { status: 502 }),
  reset: () => Promise.reject(broken('ECONNRESET')),
  refused: () => Promise.reject(broken('ECONNREFUSED')),
  silence: () => new Promise<Response>(() => undefined),
  'half an answer': () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"inboun'));
          controller.error(broken('ECONNRESET'));
        },
      }),
    ),
} as const;

export type Fault = keyof typeof FAULTS;

/** What surely never reached Amazon's books. */
export const NOT_CARRIED_OUT = new Set<Fault>(['throttled', 'refused']);

/** An Amazon that answers the first calls with faults and all later ones well. */
export function hostile(faults: readonly Fault[], options: Parameters<typeof fakeAmazon>[1] = {}) {
  return fakeAmazon(
    (_, count) => {
      const fault = faults[count - 1];
      return fault === undefined ? json(200, BODY) : FAULTS[fault]();
    },
    { attemptTimeoutMs: 15, ...options },
  );
}
