import { createOwner, hasNoUser } from '#lib/auth/server';
import { contextOfConnection, createPracticeConnection } from '#lib/context/server';
import type { Db } from '#lib/db';
import { demoSignIn } from '#lib/env';
import { syncListings } from '#lib/listings/server';

const UNITED_STATES = 'ATVPDKIKX0DER';

/**
 * Fills an installation that nobody has used with a demo workspace: a shop with listings at the
 * practice Amazon, and somebody who may sign in. Does nothing once anybody exists.
 */
export async function ensureDemo(db: Db, dataDir: string): Promise<void> {
  const devices = { db, clock: { now: Date.now } };
  if (!(await hasNoUser(devices))) return;
  const made = await createOwner(devices, {
    ...demoSignIn(dataDir),
    name: 'Mei Chen',
    workspaceName: 'Harbor & Hearth',
  });
  // Refused means that another process was first.
  if (!made.ok) return;
  const { workspaceId, userId } = made.value;
  await db.workspace.update({ where: { id: workspaceId }, data: { isDemo: true } });
  await db.shipFromAddress.create({
    data: {
      workspaceId,
      name: 'Mei Chen',
      companyName: 'Harbor & Hearth LLC',
      addressLine1: '400 Harbor Way',
      city: 'Oakland',
      stateOrProvinceCode: 'CA',
      postalCode: '94607',
      countryCode: 'US',
      phoneNumber: '510-555-0142',
      isDefault: true,
      createdAt: new Date(),
    },
  });
  const connectionId = await createPracticeConnection(db, {
    workspaceId,
    name: 'Practice US',
    marketplaceIds: [UNITED_STATES],
    actor: { id: userId, name: 'Mei Chen', role: 'owner' },
  });
  const context = await contextOfConnection(db, connectionId);
  if (context) await syncListings(context, UNITED_STATES);
}
