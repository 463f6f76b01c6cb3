import { describe, expect, expectTypeOf, test } from 'vitest';

import type { AmazonAnswer } from './index.ts';
import { ENDPOINT, fakeAmazon, json } from './testing/fake-amazon.ts';

describe('a call to Amazon', () => {
  test('a plan is created with the token, our name, and the body as given', async () => {
    const { gateway, heard } = fakeAmazon(() =>
      json(202, { inboundPlanId: 'wf1', operationId: 'op1' }),
    );
    const body = {
      destinationMarketplaces: ['ATVPDKIKX0DER'],
      items: [],
      sourceAddress: {
        name: 'Sender',
        addressLine1: 'Street 1',
        city: 'Town',
        postalCode: '10001',
        countryCode: 'US',
        phoneNumber: '1',
      },
    };
    const answer = await gateway.inbound.createInboundPlan({ body });
    expect(answer).toEqual({
      ok: true,
      value: { inboundPlanId: 'wf1', operationId: 'op1' },
      requestId: 'request-1',
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      method: 'POST',
      url: `${ENDPOINT}/inbound/fba/2024-03-20/inboundPlans`,
    });
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual(body);
    expect(heard[0]?.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'Firstleg/0.1 (Language=TypeScript; Platform=Node)',
      'x-amz-access-token': 'Atza|token-1',
    });
  });

  test('the answer has the type that the package gives it', () => {
    const { gateway } = fakeAmazon(() => json(200, {}));
    expectTypeOf(gateway.inbound.getInboundPlan).returns.resolves.toExtend<
      AmazonAnswer<{ readonly inboundPlanId: string }>
    >();
    expectTypeOf(gateway.inbound.listInboundPlans).parameter(0).toBeNullable();
    expectTypeOf<{ inboundPlanId: string }>().toExtend<
      Parameters<typeof gateway.inbound.listInboundPlanBoxes>[0]
    >();
    expectTypeOf<{ inboundPlanId: string; paginationToken: string | undefined }>().toExtend<
      Parameters<typeof gateway.inbound.listInboundPlanBoxes>[0]
    >();
    expectTypeOf<{ paginationToken: string }>().not.toExtend<
      Parameters<typeof gateway.inbound.listInboundPlanBoxes>[0]
    >();
    expectTypeOf<{ sku: string; marketplaceIds: string[] }>().toExtend<
      Parameters<typeof gateway.listings.getListingsItem>[0]
    >();
    expectTypeOf<{ sku: string }>().not.toExtend<
      Parameters<typeof gateway.listings.getListingsItem>[0]
    >();
    expectTypeOf<{ sku: string; marketplaceIds: string[]; sellerId: string }>().toExtend<
      Parameters<typeof gateway.listings.getListingsItem>[0]
    >();
    expectTypeOf<{ sku: string; marketplaceIds: string[]; sellerId: number }>().not.toExtend<
      Parameters<typeof gateway.listings.getListingsItem>[0]
    >();
  });
});
