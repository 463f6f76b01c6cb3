import type { Context } from '#lib/context/server';
import {
  type Money,
  moneyFromDecimal,
  ok,
  optional,
  problem,
  refuse,
  type Result,
  toDecimal,
} from '#lib/kernel';
import { listingsBySku } from '../store.ts';

/** What Amazon says that it takes for a unit that is sold through FBA. */
export type AmazonFees = {
  readonly total: Money;
  readonly fulfilment?: Money;
  readonly referral?: Money;
};

export type FeesQuestion = {
  readonly marketplaceId: string;
  readonly sku: string;
  readonly price: Money;
};

/** Asks Amazon what it takes for a listing at a price (Product Fees v0); by what Amazon measured. */
export async function amazonFees(
  context: Context,
  { marketplaceId, sku, price }: FeesQuestion,
): Promise<Result<AmazonFees>> {
  const place = { connectionId: context.connection.id, marketplaceId };
  if ((await listingsBySku(context, place, [sku])).length === 0) {
    return refuse(problem('listing-not-found'));
  }
  const answer = await context.amazon.fees.getMyFeesEstimateForSKU({
    sellerSKU: sku,
    body: {
      FeesEstimateRequest: {
        MarketplaceId: marketplaceId,
        IsAmazonFulfilled: true,
        Identifier: sku,
        PriceToEstimateFees: {
          ListingPrice: { CurrencyCode: price.currency, Amount: toDecimal(price) },
        },
      },
    },
  });
  if (!answer.ok) {
    const { kind, operation, messages } = answer.failure;
    return refuse(
      problem(`amazon-${kind}`, {
        operation,
        codes: messages.map(({ code }) => code),
        amazonMessage: messages[0]?.message ?? '',
      }),
    );
  }
  const {
    Status: status,
    FeesEstimate: fees,
    Error: error,
  } = answer.value.payload?.FeesEstimateResult ?? {};
  const total = moneyOf(fees?.TotalFeesEstimate);
  if (status !== 'Success' || !total) {
    return refuse(problem('fees-not-estimated', { sku, amazonMessage: error?.Message ?? '' }));
  }
  const feeOf = (type: string) =>
    moneyOf(fees?.FeeDetailList?.find(({ FeeType }) => FeeType === type)?.FinalFee);
  return ok({
    total,
    ...optional('fulfilment', feeOf('FBAFees')),
    ...optional('referral', feeOf('ReferralFee')),
  });
}

type WireMoney = { readonly CurrencyCode?: string; readonly Amount?: number };

function moneyOf(wire: WireMoney | undefined): Money | undefined {
  return wire?.CurrencyCode === undefined || wire.Amount === undefined
    ? undefined
    : moneyFromDecimal(wire.Amount, wire.CurrencyCode);
}
