import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { amazonError, fakeAmazon, json } from './testing/fake-amazon.ts';

/** Serves `count` numbered items, `size` at a time, with the next token where `place` puts it. */
function paged(count: number, size: number, place: (token: string | undefined) => object) {
  return fakeAmazon((heard) => {
    const query = new URL(heard.url).searchParams;
    const token = query.get('paginationToken') ?? query.get('nextToken') ?? query.get('NextToken');
    const from = Number(token ?? 0);
    const items = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at);
    const next = from + size < count ? String(from + size) : undefined;
    return json(200, { items, boxes: items, reports: items, ...place(next) });
  });
}

describe('reading a list to its end', () => {
  test('brings every item once and in order, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (count, size) => {
          const { gateway, heard } = paged(count, size, (nextToken) => ({
            pagination: { nextToken },
          }));
          const answer = await gateway.pages(
            (paginationToken) =>
              gateway.inbound.listShipmentBoxes({
                inboundPlanId: 'wf1',
                shipmentId: 'sh1',
                paginationToken,
              }),
            (page) => page.boxes,
          );
          expect(answer).toEqual({ ok: true, value: Array.from({ length: count }, (_, at) => at) });
          expect(heard).toHaveLength(Math.max(1, Math.ceil(count / size)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each([
    ['pagination.nextToken', (nextToken?: string) => ({ pagination: { nextToken } })],
    [
      'pagination.paginationToken',
      (paginationToken?: string) => ({ pagination: { paginationToken } }),
    ],
    ['nextToken at the top', (nextToken?: string) => ({ nextToken })],
    ['payload.NextToken', (NextToken?: string) => ({ payload: { NextToken } })],
    ['payload.nextToken', (nextToken?: string) => ({ payload: { nextToken } })],
    [
      'pagination beside a payload',
      (nextToken?: string) => ({ payload: {}, pagination: { nextToken } }),
    ],
  ])('finds the token in %s', async (_, place) => {
    const { gateway } = paged(5, 2, place);
    const answer = await gateway.pages(
      (nextToken) => gateway.reports.getReports({ nextToken }),
      (page) => page.reports,
    );
    expect(answer).toEqual({ ok: true, value: [0, 1, 2, 3, 4] });
  });

  test('an empty token ends the list', async () => {
    const { gateway, heard } = paged(1, 1, () => ({ pagination: { nextToken: '' } }));
    const answer = await gateway.pages(
      (paginationToken) =>
        gateway.inbound.listInboundPlanItems({ inboundPlanId: 'wf1', paginationToken }),
      (page) => page.items,
    );
    expect(answer).toMatchObject({ ok: true });
    expect(heard).toHaveLength(1);
  });

  test('a page that fails ends the reading, and nothing half is handed on', async () => {
    const { gateway } = fakeAmazon((_, count) =>
      count < 3
        ? json(200, { items: [1], pagination: { nextToken: String(count) } })
        : amazonError(400, 'BadRequest'),
    );
    const answer = await gateway.pages(
      (paginationToken) =>
        gateway.inbound.listInboundPlanItems({ inboundPlanId: 'wf1', paginationToken }),
      (page) => page.items,
    );
    expect(answer).toMatchObject({ ok: false, failure: { messages: [{ code: 'BadRequest' }] } });
  });

  test('a token that comes again would never end', async () => {
    const { gateway, heard } = fakeAmazon(() =>
      json(200, { items: [], pagination: { nextToken: 'again' } }),
    );
    const answer = await gateway.pages(
      (paginationToken) =>
        gateway.inbound.listInboundPlanItems({ inboundPlanId: 'wf1', paginationToken }),
      (page) => page.items,
    );
    expect(answer).toMatchObject({
      failure: { kind: 'unexpected-answer', messages: [{ code: 'page-repeated' }] },
    });
    expect(heard).toHaveLength(2);
  });
});
