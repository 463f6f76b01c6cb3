import { Client } from 'pg';
import type { Application } from '../application.ts';
import { expect, test } from '../fixtures.ts';
import { enter } from '../pages.ts';
import { takeWay } from './way.ts';

// What Amazon would make, charge or send a second time, and so must be asked once.
const ONCE = [
  'confirmPackingOption',
  'confirmPlacementOption',
  'confirmTransportationOptions',
  'createInboundPlan',
  'setPackingInformation',
];

test('a server killed at five points of the way loses nothing and doubles nothing', async ({
  context,
  application,
}) => {
  test.setTimeout(600_000);
  const first = await application.up();
  let { child } = first;
  const place = { locale: 'en', baseURL: application.url, account: 'Killed' } as const;
  const visitor = await enter(context, first.demo, place);
  const kills: string[] = [];
  const kill = async (act: string) => {
    kills.push(act);
    await application.kill(child);
    ({ child } = await application.up());
    // The page may itself be looking again just now, which breaks off a reload.
    await expect(() => visitor.page.reload()).toPass();
  };
  await takeWay(visitor, 'partnered', { onAct: kill });
  expect(kills).toEqual(['convert', 'create', 'pack', 'place', 'ship']);
  expect(await askedOfAmazon(application, visitor.page.url())).toEqual(
    ONCE.map((name) => ({ name, times: 1 })),
  );
});

/** How often the practice Amazon was asked to act by the seller of the plan at this address. */
async function askedOfAmazon(
  application: Application,
  address: string,
): Promise<readonly object[]> {
  const [, planId] = /\/inbound\/([0-9a-f-]{36})/.exec(address) ?? [];
  const client = new Client({ connectionString: await application.databaseUrl() });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; times: number }>(
      `WITH asked AS (
         SELECT json::json ->> 'name' AS name, json::json ->> 'sellerId' AS seller,
                json::json ->> 'subject' AS subject
           FROM "SimulatorEntity" WHERE kind = 'operation')
       SELECT name, count(*)::int AS times FROM asked
        WHERE name = ANY ($2)
          AND seller IN (SELECT seller FROM asked
                           JOIN "InboundPlan" plan ON plan."amazonPlanId" = subject
                          WHERE plan.id::text = $1)
        GROUP BY name ORDER BY name`,
      [planId, ONCE],
    );
    return rows;
  } finally {
    await client.end();
  }
}
