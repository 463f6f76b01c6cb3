import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { takeWay } from '#lib/inbound/testing';
import { OWN_CARRIER } from '#lib/inbound';
import { ensureDemo } from './demo.ts';
import { jobHandlers, LOOK_AFTER_ALL_JOB } from './handlers.ts';
import { HEAR_ALL_JOB, LOOK_AFTER_ORDERS_JOB } from './order-handlers.ts';

const database = testDatabase();
const run = { id: 'job', attempt: 1, isLastAttempt: false, signal: new AbortController().signal };

test('a job whose object is gone ends quietly instead of failing for ever', async () => {
  const handlers = jobHandlers(database.db);
  for (const [name, handler] of Object.entries(handlers)) {
    if ([LOOK_AFTER_ALL_JOB, LOOK_AFTER_ORDERS_JOB, HEAR_ALL_JOB].includes(name)) continue;
    const nobody = crypto.randomUUID();
    const data = { errandId: nobody, listingId: nobody, importId: nobody, planId: nobody };
    expect(await handler(data, run), name).toBeUndefined();
  }
});

test('every open plan that Amazon has is looked after, once each, and the round comes again', async () => {
  const bench = await practiceBench(database);
  const tracked = await takeWay(bench, 'tracked', OWN_CARRIER);
  const packed = await takeWay(bench, 'packed');
  await takeWay(bench, 'planned');
  const lookAfterAll = jobHandlers(database.db)[LOOK_AFTER_ALL_JOB];
  expect(await lookAfterAll?.({}, run)).toEqual({ againInSeconds: 600 });
  await lookAfterAll?.({}, run);
  const rows = await database.db.$queryRaw<readonly { readonly planId: string }[]>`
    SELECT data #>> '{data,planId}' AS "planId" FROM jobs.job
     WHERE data ->> 'job' = 'inbound.look-after-shipments'`;
  expect(rows.map((row) => row.planId).toSorted()).toEqual([tracked, packed].toSorted());
});

test('the demo is made for an installation that nobody has used, and only once', async () => {
  const { db } = database;
  await db.workspace.deleteMany();
  const dataDir = process.env['TMPDIR'] ?? '/tmp';
  await ensureDemo(db, `${dataDir}/firstleg-demo-${crypto.randomUUID()}`);
  await ensureDemo(db, `${dataDir}/firstleg-demo-${crypto.randomUUID()}`);
  expect(await db.user.count()).toBe(1);
  expect(await db.workspace.findMany({ select: { isDemo: true } })).toEqual([{ isDemo: true }]);
  expect(await db.connection.count()).toBe(1);
  expect(await db.shipFromAddress.count({ where: { isDefault: true } })).toBe(1);
});

test('the orders of every store are looked after, once each, and the round comes again', async () => {
  const { context } = await practiceBench(database);
  const round = jobHandlers(database.db)[LOOK_AFTER_ORDERS_JOB];
  expect(await round?.({}, run)).toEqual({ againInSeconds: 180 });
  await round?.({}, run);
  const rows = await database.db.$queryRaw<readonly { readonly key: string }[]>`
    SELECT data #>> '{data,key}' AS "key" FROM jobs.job
    WHERE data ->> 'job' = 'orders.sync'
      AND data #>> '{data,key}' LIKE ${`${context.connection.id} %`}`;
  expect(rows).toEqual([{ key: `${context.connection.id} ATVPDKIKX0DER` }]);
});
