import { describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import type { Address } from '#lib/kernel';
import {
  connectionsOf,
  removeShipFrom,
  saveShipFrom,
  setStopped,
  shipFromAddresses,
} from './server.ts';
import { practiceBench } from './testing/index.ts';

const database = testDatabase();

const ADDRESS: Address = {
  name: 'Mei Chen',
  addressLine1: '400 Harbor Way',
  city: 'Oakland',
  stateOrProvinceCode: 'CA',
  postalCode: '94607',
  countryCode: 'US',
  phoneNumber: '5105550142',
};

describe('ship-from addresses', () => {
  test('the first is the usual one, and both leave a trace of who wrote them', async () => {
    const { context, workspaceId } = await practiceBench(database);
    const first = await saveShipFrom(context, ADDRESS);
    await saveShipFrom(context, { ...ADDRESS, city: 'Reno' });
    const known = await shipFromAddresses(context);
    expect(known.map(({ isDefault, address }) => [isDefault, address.city])).toEqual([
      [true, 'Oakland'],
      [false, 'Reno'],
    ]);
    expect(first.ok && first.value.addressId).toBe(known[0]?.id);
    const traces = await context.db.auditEntry.findMany({
      where: { workspaceId, objectType: 'ship-from' },
    });
    expect(traces).toHaveLength(2);
    expect(new Set(traces.map(({ actorName }) => actorName))).toEqual(
      new Set([context.actor.name]),
    );
  });

  test("another workspace's addresses are not shown and cannot be removed", async () => {
    const { context, stranger } = await practiceBench(database);
    const saved = await saveShipFrom(context, ADDRESS);
    if (!saved.ok) throw new Error('refused');
    expect(await shipFromAddresses(stranger)).toEqual([]);
    expect(await removeShipFrom(stranger, saved.value.addressId)).toMatchObject({
      ok: false,
      problems: [{ code: 'address-not-found' }],
    });
    expect(await shipFromAddresses(context)).toHaveLength(1);
  });

  test('a viewer changes none', async () => {
    const { context } = await practiceBench(database);
    const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
    expect(await saveShipFrom(viewer, ADDRESS)).toMatchObject({
      problems: [{ code: 'not-allowed' }],
    });
    expect(await shipFromAddresses(context)).toEqual([]);
  });
});

describe('connections', () => {
  test('are seen by their own workspace only', async () => {
    const { context, stranger } = await practiceBench(database);
    const own = await connectionsOf(context.db, context.workspaceId);
    expect(own.map(({ id }) => id)).toEqual([context.connection.id]);
    const others = await connectionsOf(stranger.db, stranger.workspaceId);
    expect(others.map(({ id }) => id)).not.toContain(context.connection.id);
  });

  test("another workspace's writes cannot be stopped, one's own can and go on again", async () => {
    const { context, stranger } = await practiceBench(database);
    const { db, connection, workspaceId, actor } = context;
    const foreign = { id: connection.id, workspaceId: stranger.workspaceId };
    expect(await setStopped(db, stranger.actor, foreign, true)).toMatchObject({
      problems: [{ code: 'connection-not-found' }],
    });
    const isStopped = async () => (await connectionsOf(db, workspaceId))[0]?.isStopped;
    expect(await isStopped()).toBe(false);
    expect((await setStopped(db, actor, { id: connection.id, workspaceId }, true)).ok).toBe(true);
    expect(await isStopped()).toBe(true);
    expect((await setStopped(db, actor, { id: connection.id, workspaceId }, false)).ok).toBe(true);
    expect(await isStopped()).toBe(false);
  });
});
