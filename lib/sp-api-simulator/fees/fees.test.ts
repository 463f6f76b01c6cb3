import { expect, test } from 'vitest';

import { newSeller, newSimulator, succeed, US } from '../testing/world.ts';
import { fulfilmentCents } from './fulfilment.ts';

const INCH = 25.4;
const OUNCE = 28.349_523_125;
const fee = ([l, m, s]: readonly [number, number, number], ounces: number, cents = 2_000) =>
  fulfilmentCents([l * INCH, m * INCH, s * INCH], ounces * OUNCE, cents);

test('the fee follows size, weight and price, as the card of 2026 has it', () => {
  expect(fee([10, 8, 0.5], 2)).toBe(332);
  expect(fee([10, 8, 0.5], 2, 999)).toBe(243);
  expect(fee([10, 8, 0.5], 16, 5_001)).toBe(422);
  expect(fee([10, 8, 1], 16)).toBe(460);
  expect(fee([10, 8, 4], 48)).toBe(667);
  // Three pounds and a quarter: one step above the table.
  expect(fee([10, 8, 4], 52)).toBe(705);
  // Light but large: the volume counts.
  expect(fee([18, 14, 8], 16)).toBe(697 + 8 * Math.ceil((18 * 14 * 8) / 139 / 0.25 - 12));
  expect(fee([30, 10, 5], 160)).toBe(755 + 38 * 10);
  expect(fee([50, 20, 6], 160)).toBe(935 + 38 * (Math.ceil((50 * 20 * 6) / 139) - 1));
  expect(fee([70, 30, 30], 16 * 160)).toBe(19_495 + 19 * 9);
});

test('an offer that the merchant ships pays no fulfilment, one of unknown size cannot be told', async () => {
  const client = await newSeller(await newSimulator());
  const estimate = async (sku: string, fba: boolean) => {
    const { payload } = await succeed(
      client.call('fees', 'getMyFeesEstimateForSKU', {
        path: { SellerSKU: sku },
        body: {
          FeesEstimateRequest: {
            MarketplaceId: US,
            IsAmazonFulfilled: fba,
            PriceToEstimateFees: { ListingPrice: { CurrencyCode: 'USD', Amount: 20 } },
            Identifier: sku,
          },
        },
      }),
    );
    return payload.FeesEstimateResult;
  };
  const own = await estimate('BTL-SS-750', false);
  const fba = await estimate('BTL-SS-750', true);
  const types = ({ FeesEstimate }: typeof own) =>
    FeesEstimate.FeeDetailList.map(({ FeeType }: { FeeType: string }) => FeeType);
  expect(types(own)).toEqual(['ReferralFee', 'VariableClosingFee']);
  expect(types(fba)).toEqual(['ReferralFee', 'VariableClosingFee', 'FBAFees']);
  expect(own.FeesEstimate.TotalFeesEstimate.Amount).toBe(3);
  expect(fba.FeesEstimate.TotalFeesEstimate.Amount).toBeGreaterThan(6);
  expect((await estimate('LED-DSK-01', true)).Error.Code).toBe('DataNotAvailable');
  expect((await estimate('NOBODY', true)).Status).toBe('ClientError');
});
