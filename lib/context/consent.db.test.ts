import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { MINUTE } from '#lib/kernel';
import {
  beginConsent,
  type Connecting,
  type ConsentInput,
  connectionsOf,
  contextOfConnection,
  finishConsent,
  healthOf,
  practicePage,
  problemsOfConsent,
  setStopped,
} from './server.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';
const ORIGIN = 'http://localhost:3000';
const INPUT: ConsentInput = {
  kind: 'practice',
  name: 'Teapots',
  marketplaceId: US,
  origin: ORIGIN,
};

let who: Connecting;
let time: number;

beforeEach(async () => {
  time = Date.now();
  const { id } = await database.db.workspace.create({
    data: { name: 'Teapots', createdAt: new Date() },
  });
  who = {
    db: database.db,
    clock: { now: () => time },
    actor: { name: 'Mei', role: 'owner' },
    workspaceId: id,
    sessionId: `session of ${id}`,
    app: undefined,
  };
});

async function begin(input: Partial<ConsentInput> = {}): Promise<URL> {
  const begun = await beginConsent(who, { ...INPUT, ...input });
  if (!begun.ok) throw new Error(JSON.stringify(begun.problems));
  return new URL(begun.value.url);
}

/** What a seller does on the consent page, and the way back that it leads to. */
async function decide(link: URL, decision: string, fields: Readonly<Record<string, string>> = {}) {
  const page = await practicePage(database.db, new Request(link));
  expect([page?.status, await page?.text()]).toEqual([200, expect.stringContaining('<form')]);
  const body = new URLSearchParams([...link.searchParams, ['decision', decision]]);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const request = new Request(`${ORIGIN}/apps/authorize/consent`, { method: 'POST', body });
  const response = await practicePage(database.db, request);
  const back = new URL(response?.headers.get('location') ?? 'about:blank');
  return {
    state: back.searchParams.get('state') ?? '',
    sellerId: back.searchParams.get('selling_partner_id') ?? '',
    code: back.searchParams.get('spapi_oauth_code') ?? '',
  };
}

const codesOf = (done: Awaited<ReturnType<typeof finishConsent>>) =>
  'problems' in done ? done.problems.map(({ code }) => code) : ['connected'];

describe('an account that is connected by consent', () => {
  test('sells where Amazon says, and may be renewed within a year', async () => {
    const answer = await decide(await begin(), 'allow');
    const done = await finishConsent(who, answer);
    const [connection] = await connectionsOf(who.db, who.workspaceId);
    expect(done).toEqual({ connectionId: connection?.id });
    expect(connection).toMatchObject({ name: 'Teapots', kind: 'practice', marketplaceIds: [US] });
    const connectionId = connection?.id ?? '';
    const context = await contextOfConnection(who.db, connectionId);
    expect((await context?.amazon.sellers.getMarketplaceParticipations())?.ok).toBe(true);
    const health = await healthOf(who.db, { workspaceId: who.workspaceId, connectionId });
    expect((health.renewBy ?? 0) - Date.now()).toBeGreaterThan(364 * 24 * 60 * MINUTE);
    expect(health.token?.isFailing).toBe(false);
    const traces = await who.db.auditEntry.findMany({ where: { objectId: connectionId } });
    expect(traces.map(({ verb, actorName }) => [verb, actorName])).toEqual([['connect', 'Mei']]);
  });

  test('comes back once: the same way back leads nowhere the second time', async () => {
    const answer = await decide(await begin(), 'allow');
    await finishConsent(who, answer);
    expect(codesOf(await finishConsent(who, answer))).toEqual(['consent-link-over']);
    expect(await connectionsOf(who.db, who.workspaceId)).toHaveLength(1);
  });
});

describe('nothing is connected', () => {
  test.each([
    ['a consent that was declined', 'deny', {}, 'consent-not-given'],
    ['a code that was never given', 'allow', { code: 'made-up' }, 'consent-code-refused'],
    ['another account than asked for', 'allow', { sellerId: 'A0OTHER' }, 'consent-other-account'],
    ['a state that nobody sealed', 'allow', { state: 'made-up' }, 'consent-state-wrong'],
  ])('by %s', async (_, decision, bent, code) => {
    const answer = await decide(await begin(), decision);
    const done = await finishConsent(who, { ...answer, ...bent });
    expect(codesOf(done)).toEqual([code]);
    expect(await connectionsOf(who.db, who.workspaceId)).toEqual([]);
    if (!('attemptId' in done)) return;
    const told = await problemsOfConsent(who, done.attemptId ?? '');
    expect(told.map((problem) => problem.code)).toEqual([code]);
    const elsewhere = { ...who, sessionId: 'another browser' };
    expect(await problemsOfConsent(elsewhere, done.attemptId ?? '')).toEqual([]);
  });

  test('after a quarter of an hour', async () => {
    const answer = await decide(await begin(), 'allow');
    time += 15 * MINUTE;
    expect(codesOf(await finishConsent(who, answer))).toEqual(['consent-link-over']);
  });

  test('in another browser session or workspace than the one that began', async () => {
    const answer = await decide(await begin(), 'allow');
    for (const other of [{ sessionId: 'another' }, { workspaceId: 'another' }])
      expect(codesOf(await finishConsent({ ...who, ...other }, answer))).toEqual([
        'consent-state-wrong',
      ]);
    expect(codesOf(await finishConsent(who, answer))).toEqual(['connected']);
  });

  test('by who may not manage connections, to no store, or without an application', async () => {
    const manager: Connecting = { ...who, actor: { name: 'Li', role: 'manager' } };
    expect(await beginConsent(manager, INPUT)).toMatchObject({
      problems: [{ code: 'not-allowed' }],
    });
    const answer = await decide(await begin(), 'allow');
    expect(codesOf(await finishConsent(manager, answer))).toEqual(['not-allowed']);
    expect(await beginConsent(who, { ...INPUT, marketplaceId: 'MARS' })).toMatchObject({
      problems: [{ code: 'required' }],
    });
    expect(await beginConsent(who, { ...INPUT, kind: 'amazon' })).toMatchObject({
      problems: [{ code: 'consent-not-set-up' }],
    });
  });
});

test('the link to a real Amazon leads to the Seller Central of the store', async () => {
  const app = { applicationId: 'amzn1.app', clientId: 'c', clientSecret: 's', isDraft: true };
  who = { ...who, app };
  const germany = await begin({ kind: 'amazon', marketplaceId: 'A1PA6795UKMFR9' });
  expect(germany.origin).toBe('https://sellercentral-europe.amazon.com');
  const japan = await begin({ kind: 'amazon', marketplaceId: 'A1VC38T7YXB528' });
  expect(japan.origin).toBe('https://sellercentral.amazon.co.jp');
  expect(japan.searchParams.get('application_id')).toBe('amzn1.app');
  expect(japan.searchParams.get('version')).toBe('beta');
  expect(japan.searchParams.get('redirect_uri')).toBe(`${ORIGIN}/api/connection/callback`);
});

test('the stop switch halts every write under way, reads go on, and health outlives the process', async () => {
  const done = await finishConsent(who, await decide(await begin(), 'allow'));
  const connectionId = 'connectionId' in done ? done.connectionId : '';
  const context = await contextOfConnection(who.db, connectionId);
  if (!context) throw new Error('no context');
  const { amazon } = context;
  const write = () => amazon.inbound.cancelInboundPlan({ inboundPlanId: `wf${'0'.repeat(36)}` });
  const { actor, workspaceId } = who;
  await setStopped(who.db, actor, { id: connectionId, workspaceId }, true);
  expect(await write()).toMatchObject({ failure: { messages: [{ code: 'writes-stopped' }] } });
  expect((await amazon.inbound.listInboundPlans({})).ok).toBe(true);
  await setStopped(who.db, actor, { id: connectionId, workspaceId }, false);
  expect(await write()).toMatchObject({ failure: { kind: 'rejected', status: 404 } });
  await healthOf(who.db, { workspaceId, connectionId });
  const again = await healthOf(who.db, { workspaceId, connectionId });
  expect(again.calls).toBeGreaterThan(2);
  expect(again.limits).toEqual([]);
  expect(await healthOf(who.db, { workspaceId: 'another', connectionId })).toEqual({
    calls: 0,
    denied: [],
    limits: [],
    unknownCodes: [],
  });
});
