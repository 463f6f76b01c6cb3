import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { DAY } from '#lib/kernel';
import type { CallRecord } from '#lib/sp-api';
import { healthOf } from './health.ts';
import { addCall, noteAuthorised, saveTold, type Told } from './health-store.ts';
import { practiceBench } from './testing/index.ts';

const database = testDatabase();
const AT = Date.UTC(2026, 10, 24, 9);

const call = (change: Partial<CallRecord>): CallRecord => ({
  operation: 'inbound.createInboundPlan',
  at: AT,
  attempt: 1,
  milliseconds: 20,
  status: 202,
  codes: [],
  rate: 2,
  ...change,
});

test('what calls have told adds up over restarts', async () => {
  const { context, stranger } = await practiceBench(database);
  const { db, workspaceId } = context;
  const connectionId = context.connection.id;
  const told = async (...calls: readonly Partial<CallRecord>[]) => {
    const news = new Map<string, Told>();
    for (const each of calls) addCall(news, call(each));
    await saveTold(db, connectionId, [...news.values()]);
    return healthOf(db, { workspaceId, connectionId });
  };
  expect((await told({}, { at: AT + 1_000 })).calls).toBe(2);
  const refused = { codes: ['QuotaExceeded'], status: 429, rate: 1.4, at: AT + 2_000 };
  const slowed = await told(refused);
  expect(slowed).toMatchObject({ calls: 3, lastCallAt: AT + 2_020 });
  expect(slowed.limits).toEqual([
    { operation: 'inbound.createInboundPlan', documented: 2, rate: 1.4, throttledAt: AT + 2_020 },
  ]);
  const denied = {
    operation: 'orders.searchOrders',
    codes: ['Unauthorized'],
    status: 403,
    rate: 1,
  };
  expect((await told(denied)).denied).toEqual([{ operation: 'orders.searchOrders', at: AT + 20 }]);
  const allowed = { operation: 'orders.searchOrders', status: 200, at: AT + DAY, rate: 1 };
  expect((await told(allowed)).denied).toEqual([]);
  const lwa = { operation: 'lwa.token', status: 400, codes: ['invalid_grant'] };
  expect((await told(lwa)).token).toEqual({
    failedAt: AT + 20,
    failure: 'invalid_grant',
    isFailing: true,
  });
  expect(
    (await told({ operation: 'lwa.token', status: 200, at: AT + 60_000 })).token,
  ).toMatchObject({
    isFailing: false,
  });
  const status = {
    operation: 'inbound.getInboundOperationStatus',
    status: 200,
    problemCodes: ['FBA_INB_0182', 'FBA_INB_9999'],
  };
  await told(status, status);
  expect((await told(status)).unknownCodes).toEqual([{ code: 'FBA_INB_9999', count: 3 }]);
  await noteAuthorised(db, connectionId, AT);
  expect((await told({})).renewBy).toBe(AT + 365 * DAY);
  const foreign = { workspaceId: stranger.workspaceId, connectionId };
  expect((await healthOf(db, foreign)).calls).toBe(0);
});

test('a connection that is gone is not mourned', async () => {
  const news = new Map<string, Told>();
  addCall(news, call({}));
  await saveTold(database.db, 'gone', [...news.values()]);
  await saveTold(database.db, 'gone', []);
  expect(await database.db.connectionHealth.count({ where: { connectionId: 'gone' } })).toBe(0);
});
