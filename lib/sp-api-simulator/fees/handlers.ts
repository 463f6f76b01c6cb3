import { marketplaceById } from '#lib/kernel';
import { z } from 'zod';

import { accepted, type Answer, badRequest } from '../answer.ts';
import { handler } from '../call.ts';
import type { Seller } from '../entities.ts';
import { listingId } from '../listings/add.ts';
import { listingOfAsin } from '../listings/eligibility.ts';
import type { Listing } from '../listings/entities.ts';
import { packageGrams, packageSidesMm } from '../listings/measures.ts';
import { stamp, type Turn } from '../turn.ts';
import { fulfilmentCents } from './fulfilment.ts';

const Money = z.object({
  CurrencyCode: z.string().optional(),
  Amount: z.number().min(0).optional(),
});
const FeesRequest = z.object({
  MarketplaceId: z.string().min(1),
  IsAmazonFulfilled: z.boolean().optional(),
  PriceToEstimateFees: z.object({
    ListingPrice: Money,
    Shipping: Money.optional(),
    Points: z
      .object({ PointsNumber: z.number().int().optional(), PointsMonetaryValue: Money.optional() })
      .optional(),
  }),
  Identifier: z.string(),
  OptionalFulfillmentProgram: z.enum(['FBA_CORE', 'FBA_SNL', 'FBA_EFN']).optional(),
});
type FeesRequest = z.infer<typeof FeesRequest>;

type Subject = { readonly IdType: 'ASIN' | 'SellerSKU'; readonly IdValue: string };

const one = (id: string, parameter: string, idType: Subject['IdType']) =>
  handler(
    'fees',
    id,
    { body: z.object({ FeesEstimateRequest: FeesRequest }) },
    (turn, { body: { FeesEstimateRequest: asked }, seller, parameters }): Answer => {
      if (!marketplaceById(asked.MarketplaceId)) return WRONG_STORE;
      const subject = { IdType: idType, IdValue: parameters[parameter] ?? '' };
      return accepted({ payload: { FeesEstimateResult: estimate(turn, seller, subject, asked) } });
    },
  );

const MOST = 20;

const many = handler(
  'fees',
  'getMyFeesEstimates',
  {
    body: z
      .array(
        z.object({
          FeesEstimateRequest: FeesRequest,
          IdType: z.enum(['ASIN', 'SellerSKU']),
          IdValue: z.string().min(1),
        }),
      )
      .min(1)
      .max(MOST),
  },
  (turn, { body, seller }): Answer => {
    if (body.some(({ FeesEstimateRequest: asked }) => !marketplaceById(asked.MarketplaceId)))
      return WRONG_STORE;
    return accepted(
      body.map(({ FeesEstimateRequest: asked, ...subject }) =>
        estimate(turn, seller, subject, asked),
      ),
    );
  },
);

export const FEES_HANDLERS = [
  one('getMyFeesEstimateForSKU', 'SellerSKU', 'SellerSKU'),
  one('getMyFeesEstimateForASIN', 'Asin', 'ASIN'),
  many,
];

const WRONG_STORE = badRequest('fees', 'Incorrect Marketplace identifier.');

function estimate(turn: Turn, seller: Seller, subject: Subject, asked: FeesRequest): object {
  const identified = {
    FeesEstimateIdentifier: {
      MarketplaceId: asked.MarketplaceId,
      SellerId: seller.id,
      ...subject,
      IsAmazonFulfilled: asked.IsAmazonFulfilled ?? false,
      PriceToEstimateFees: asked.PriceToEstimateFees,
      SellerInputIdentifier: asked.Identifier,
    },
  };
  const listing = find(turn, seller, subject, asked.MarketplaceId);
  if (!listing)
    return clientError(identified, 'InvalidParameterValue', `${subject.IdValue} was not found.`);
  const fees = feesOf(listing, asked);
  if (!fees)
    return clientError(identified, 'DataNotAvailable', 'The dimensions of the item are not known.');
  const currency = listing.currency;
  const amount = (minor: number) => ({ CurrencyCode: currency, Amount: toAmount(minor, currency) });
  return {
    Status: 'Success',
    ...identified,
    FeesEstimate: {
      TimeOfFeesEstimation: stamp(turn, turn.now),
      TotalFeesEstimate: amount(fees.reduce((sum, { minor }) => sum + minor, 0)),
      FeeDetailList: fees.map(({ type, minor }) => ({
        FeeType: type,
        FeeAmount: amount(minor),
        FeePromotion: amount(0),
        FinalFee: amount(minor),
      })),
    },
  };
}

function find(
  turn: Turn,
  seller: Seller,
  { IdType, IdValue }: Subject,
  marketplaceId: string,
): Listing | undefined {
  if (IdType === 'ASIN') return listingOfAsin(turn, seller.id, marketplaceId, IdValue);
  return turn.world.read('listing', listingId(seller.id, marketplaceId, IdValue));
}

type Fee = { readonly type: string; readonly minor: number };

// The share of the price that Amazon keeps, by product type, and 15 % for the rest (US referral fee
// schedule, read on 2026-11-23); thirty cents at least.
const REFERRAL: Readonly<Record<string, number>> = {
  BATTERY: 0.08,
  PORTABLE_POWER_BANK: 0.08,
  RADIO: 0.08,
  TEA: 0.15,
  SNACK_FOOD_BAR: 0.15,
  SHIRT: 0.17,
  SOCKS: 0.17,
  RING: 0.2,
};
const LEAST = 30;
const MEDIA_CLOSING = 180;
const SURCHARGE = 0.035;

function feesOf(listing: Listing, asked: FeesRequest): Fee[] | undefined {
  const { ListingPrice: price, Shipping: shipping } = asked.PriceToEstimateFees;
  const minor = toMinor((price.Amount ?? 0) + (shipping?.Amount ?? 0), listing.currency);
  const share = REFERRAL[listing.productType] ?? 0.15;
  const fees: Fee[] = [{ type: 'ReferralFee', minor: Math.max(LEAST, Math.round(minor * share)) }];
  fees.push({
    type: 'VariableClosingFee',
    minor: listing.handling === 'media' ? MEDIA_CLOSING : 0,
  });
  if (asked.IsAmazonFulfilled !== true) return fees;
  const [sides, grams] = [packageSidesMm(listing), packageGrams(listing)];
  if (!sides || grams === undefined) return undefined;
  const cents = fulfilmentCents(sides, grams, toMinor(price.Amount ?? 0, listing.currency));
  // The US table stands for every store. Fuel and logistics, since 2026-04-17 in the US (read on 2026-11-23).
  return [...fees, { type: 'FBAFees', minor: Math.round(cents * (1 + SURCHARGE)) }];
}

function toMinor(amount: number, currency: string): number {
  return Math.round(amount * (currency === 'JPY' ? 1 : 100));
}

function toAmount(minor: number, currency: string): number {
  return currency === 'JPY' ? minor : minor / 100;
}

function clientError(identified: object, Code: string, Message: string): object {
  return {
    Status: 'ClientError',
    ...identified,
    Error: { Type: 'Sender', Code, Message, Detail: [] },
  };
}
