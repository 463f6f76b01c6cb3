import { transaction } from '#lib/db';
import { type Address, ok, optional, problem, refuse, type Result } from '#lib/kernel';
import { writeAudit } from './audit.ts';
import type { Context } from './context.ts';
import { forbidden } from './permission.ts';

type Keeper = Pick<Context, 'db' | 'workspaceId' | 'actor' | 'clock'>;

export type KnownAddress = {
  readonly id: string;
  readonly isDefault: boolean;
  readonly address: Address;
};

/** The workspace's ship-from addresses, the usual one first. */
export async function shipFromAddresses(
  context: Pick<Context, 'db' | 'workspaceId'>,
): Promise<readonly KnownAddress[]> {
  const rows = await context.db.shipFromAddress.findMany({
    where: { workspaceId: context.workspaceId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    isDefault: row.isDefault,
    address: {
      name: row.name,
      ...optional('companyName', row.companyName ?? undefined),
      addressLine1: row.addressLine1,
      ...optional('addressLine2', row.addressLine2 ?? undefined),
      city: row.city,
      ...optional('stateOrProvinceCode', row.stateOrProvinceCode ?? undefined),
      postalCode: row.postalCode,
      countryCode: row.countryCode,
      phoneNumber: row.phoneNumber,
      ...optional('email', row.email ?? undefined),
    },
  }));
}

/** Keeps an address; the first one is the usual one. What it must hold is the caller's check. */
export async function saveShipFrom(
  context: Keeper,
  address: Address,
): Promise<Result<{ readonly addressId: string }>> {
  const notAllowed = forbidden(context, 'edit-addresses');
  if (notAllowed) return refuse(notAllowed);
  return transaction(context.db, async (tx) => {
    const { workspaceId } = context;
    const isDefault = (await tx.shipFromAddress.count({ where: { workspaceId } })) === 0;
    const row = await tx.shipFromAddress.create({
      data: { ...address, workspaceId, isDefault, createdAt: new Date() },
    });
    await writeAudit(tx, context, {
      objectType: 'ship-from',
      objectId: row.id,
      verb: 'add-address',
      after: { city: address.city, countryCode: address.countryCode },
    });
    return ok({ addressId: row.id });
  });
}

export async function removeShipFrom(
  context: Keeper,
  addressId: string,
): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'edit-addresses');
  if (notAllowed) return refuse(notAllowed);
  return transaction(context.db, async (tx) => {
    const { workspaceId } = context;
    const { count } = await tx.shipFromAddress.deleteMany({
      where: { id: addressId, workspaceId },
    });
    if (count === 0) return refuse(problem('address-not-found'));
    await writeAudit(tx, context, {
      objectType: 'ship-from',
      objectId: addressId,
      verb: 'remove-address',
    });
    return ok(undefined);
  });
}
