import type { Context } from '#lib/context/server';

/** How many listings Amazon or we refused to convert, and the first of them. */
export type RefusedConversions = {
  readonly total: number;
  readonly listings: readonly { readonly id: string; readonly sku: string }[];
};

export async function refusedConversions(
  context: Context,
  most: number,
): Promise<RefusedConversions> {
  const where = {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    conversion: { is: { state: 'refused' } },
  };
  const [total, listings] = await Promise.all([
    context.db.listing.count({ where }),
    context.db.listing.findMany({
      where,
      select: { id: true, sku: true },
      orderBy: { sku: 'asc' },
      take: most,
    }),
  ]);
  return { total, listings };
}
