import { type Dimensions, optional, problem, type Weight } from '#lib/kernel';
import { sizePatches } from '#lib/listings/server';
import { readPrepFacts } from '../amazon/answers.ts';
import { prepDetailsRequest } from '../amazon/requests.ts';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { takePrepFacts } from '../core/lines.ts';
import {
  absorbed,
  type ErrandScript,
  listIncomplete,
  type Move,
  notAsAsked,
  sent,
} from './move.ts';

/** listPrepDetails and setPrepDetails take this many SKUs a call (R27). */
const SKUS_PER_CALL = 100;

/** Reads what Amazon knows about preparing the plan's SKUs. */
export const readPrepScript: ErrandScript<Record<string, never>> = (plan) => {
  const skus = [...new Set(plan.lines.map((line) => line.sku))];
  return batches(skus).map((mskus, index) => ({
    key: `read-prep:${index}`,
    operation: 'listPrepDetails',
    send: async () => ({ ok: true, value: {} }),
    absorb: async (amazon, _, aid) => {
      const details = await amazon.inbound.listPrepDetails({
        marketplaceId: plan.marketplaceId,
        mskus,
      });
      if (!details.ok) return details;
      if (details.value.mskuPrepDetails.length < mskus.length && aid.mayAskAgain) {
        return listIncomplete('listPrepDetails');
      }
      const facts = new Map(
        details.value.mskuPrepDetails.map((detail) => [detail.msku, readPrepFacts(detail)]),
      );
      return absorbed(takePrepFacts(plan, facts));
    },
  }));
};

/** Tells Amazon the prep categories that the seller chose where Amazon had none (R25). */
export function setPrepMoves(plan: InboundPlan, prepSkus: readonly string[]): Move[] {
  const chosen = new Set(prepSkus);
  const details = prepDetailsRequest(plan.lines.filter((line) => chosen.has(line.sku)));
  return batches(details).map((mskuPrepDetails, index) => ({
    key: `set-prep:${index}`,
    operation: 'setPrepDetails',
    send: async (amazon) =>
      sent(
        await amazon.inbound.setPrepDetails({
          body: { marketplaceId: plan.marketplaceId, mskuPrepDetails },
        }),
      ),
    absorb: async () => absorbed(plan),
  }));
}

export type SizedSku = {
  readonly sku: string;
  readonly productType: string;
  readonly dimensions: Dimensions;
  readonly weight: Weight;
};

/** Writes the outer size and weight of a unit into its listing, where FBA takes them from. */
export function setSizeMoves(plan: InboundPlan, sized: readonly SizedSku[]): Move[] {
  const { marketplaceId } = plan;
  return sized.map((size) => ({
    key: `set-size:${size.sku}`,
    operation: 'patchListingsItem',
    send: async (amazon) => {
      const patched = await amazon.listings.patchListingsItem({
        sku: size.sku,
        marketplaceIds: [marketplaceId],
        body: { productType: size.productType, patches: sizePatches(size, marketplaceId) },
      });
      if (!patched.ok) return patched;
      if (patched.value.status !== 'INVALID') return { ok: true, value: {} };
      return notAsAsked(
        'patchListingsItem',
        problem(
          'size-refused',
          { sku: size.sku, ...optional('amazonMessage', patched.value.issues?.[0]?.message) },
          `lines.${size.sku}`,
        ),
      );
    },
    absorb: async () => absorbed(plan),
  }));
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / SKUS_PER_CALL);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * SKUS_PER_CALL, (index + 1) * SKUS_PER_CALL),
  );
}
