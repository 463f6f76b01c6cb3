import { findOperation } from '#lib/sp-api-contract';
import * as fc from 'fast-check';
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

  test('a generated option list is asked for without a body', async () => {
    const { gateway, heard } = fakeAmazon(() => json(202, { operationId: 'op1' }));
    await gateway.inbound.generatePackingOptions({ inboundPlanId: 'wf1' });
    expect(heard[0]).toMatchObject({ method: 'POST', body: '' });
    expect(heard[0]?.headers).not.toHaveProperty('content-type');
  });

  test('a call without any parameters is made', async () => {
    const { gateway, heard } = fakeAmazon(() => json(200, {}));
    expect(await gateway.inbound.listInboundPlans()).toMatchObject({ ok: true });
    expect(heard[0]?.url).toBe(`${ENDPOINT}/inbound/fba/2024-03-20/inboundPlans`);
  });

  test('a required parameter that is missing is a bug of ours and tells no token', async () => {
    const { gateway } = fakeAmazon(() => json(200, {}));
    const ask: unknown = Reflect.apply(gateway.inbound.getInboundPlan, undefined, [{}]);
    await expect(ask).rejects.toThrow('inboundPlanId');
  });

  test('an endpoint with a path and a slash at its end is kept to', async () => {
    const { gateway, heard } = fakeAmazon(() => json(200, { shipmentId: 'sh1' }), {
      endpoint: 'http://127.0.0.1:4010/api/sp-api/',
    });
    const answer = await gateway.inbound.getShipment({ inboundPlanId: 'wf1', shipmentId: 'sh1' });
    expect(answer).toMatchObject({ ok: true });
    expect(heard[0]?.url).toBe(
      'http://127.0.0.1:4010/api/sp-api/inbound/fba/2024-03-20/inboundPlans/wf1/shipments/sh1',
    );
  });

  test('the stores of a seller are read', async () => {
    const payload = [
      {
        marketplace: { id: 'ATVPDKIKX0DER', countryCode: 'US' },
        participation: { isParticipating: true, hasSuspendedListings: false },
        storeName: 'Firstleg',
      },
    ];
    const { gateway, heard } = fakeAmazon(() => json(200, { payload }));
    const answer = await gateway.sellers.getMarketplaceParticipations();
    expect(answer).toMatchObject({ ok: true, value: { payload } });
    expect(heard[0]).toMatchObject({
      method: 'GET',
      url: `${ENDPOINT}/sellers/v1/marketplaceParticipations`,
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

describe('a SKU on its way', () => {
  const anySku = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((sku) => sku !== '.' && sku !== '..');

  test('in a path comes out as it went in, whatever letters it has', async () => {
    await fc.assert(
      fc.asyncProperty(anySku, async (sku) => {
        const { gateway, heard } = fakeAmazon(() => json(200, { sku }));
        await gateway.listings.getListingsItem({ sku, marketplaceIds: ['A', 'B'] });
        const url = new URL(heard[0]?.url ?? '');
        expect(findOperation('GET', url.pathname)?.parameters).toEqual({
          sellerId: 'A1SELLER',
          sku,
        });
        expect(heard[0]?.url).toMatch(/\?marketplaceIds=A%2CB$/);
      }),
    );
  });

  test('in a list of SKUs is repeated, and % + , are encoded twice', async () => {
    const { gateway, heard } = fakeAmazon(() => json(200, { mskuPrepDetails: [] }));
    await gateway.inbound.listPrepDetails({
      marketplaceId: 'ATVPDKIKX0DER',
      mskus: ['test%msku', 'test,msku', 'a+b c/d', '货&1'],
    });
    expect(heard[0]?.url).toBe(
      `${ENDPOINT}/inbound/fba/2024-03-20/items/prepDetails?marketplaceId=ATVPDKIKX0DER` +
        '&mskus=test%2525msku&mskus=test%252Cmsku&mskus=a%252Bb%20c%2Fd&mskus=%E8%B4%A7%261',
    );
  });

  test('in a list of SKUs comes out as it went in when it is decoded twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySku, { minLength: 1, maxLength: 5 }), async (mskus) => {
        const { gateway, heard } = fakeAmazon(() => json(200, { complianceDetails: [] }));
        await gateway.inbound.listItemComplianceDetails({ mskus, marketplaceId: 'A' });
        const sent = new URL(heard[0]?.url ?? '').searchParams.getAll('mskus');
        expect(sent.map(decodeURIComponent)).toEqual(mskus);
      }),
    );
  });

  test.each(['.', '..', ''])('that is "%s" has no address and is not sent', async (sku) => {
    const { gateway, heard } = fakeAmazon(() => json(200, { sku }));
    expect(await gateway.listings.getListingsItem({ sku, marketplaceIds: ['A'] })).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', messages: [{ code: 'unaddressable' }] },
    });
    expect(heard).toHaveLength(0);
  });
});
