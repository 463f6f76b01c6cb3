/** What has to go into the parcel of one order. */
export type PackItem = {
  readonly orderItemId: string;
  readonly sku: string;
  readonly asin: string;
  /** What the maker's barcode says, where a listings report told it. */
  readonly gtin?: string;
  readonly title: string;
  readonly needed: number;
};

export type PackOrder = {
  readonly orderId: string;
  /** To be decided before anything leaves. */
  readonly isCancelAsked: boolean;
  readonly items: readonly PackItem[];
};

/** One order on the packing table: what was scanned of it, and the wrong item that stops everything. */
export type PackSession = {
  readonly order: PackOrder;
  readonly packed: Readonly<Record<string, number>>;
  readonly last?: string;
  readonly stop?: { readonly code: string; readonly why: 'not-in-order' | 'enough-already' };
};

export function beginPacking(order: PackOrder): PackSession {
  return { order, packed: {} };
}

/** A scan is held against what is still missing; after a wrong one nothing counts until it is put back. */
export function scan(session: PackSession, code: string): PackSession {
  if (session.stop) return session;
  const wanted = code.trim().toUpperCase();
  const fitting = session.order.items.filter(
    ({ sku, asin, gtin }) =>
      sku.toUpperCase() === wanted ||
      asin.toUpperCase() === wanted ||
      (gtin !== undefined && IS_GTIN.test(wanted) && withoutZeros(gtin) === withoutZeros(wanted)),
  );
  if (fitting.length === 0) return { ...session, stop: { code, why: 'not-in-order' } };
  const missing = fitting.find((item) => packedOf(session, item) < item.needed);
  if (!missing) return { ...session, stop: { code, why: 'enough-already' } };
  const count = packedOf(session, missing) + 1;
  return {
    ...session,
    last: missing.orderItemId,
    packed: { ...session.packed, [missing.orderItemId]: count },
  };
}

const IS_GTIN = /^\d{8,14}$/;

/** A UPC is an EAN that begins with a zero, and scanners write it either way. */
function withoutZeros(gtin: string): string {
  return gtin.replace(/^0+/, '');
}

/** The wrong item was put back. */
export function putBack({ stop: _, ...session }: PackSession): PackSession {
  return session;
}

export function packedOf({ packed }: PackSession, { orderItemId }: PackItem): number {
  return packed[orderItemId] ?? 0;
}

export function isComplete(session: PackSession): boolean {
  return (
    session.stop === undefined &&
    session.order.items.every((item) => packedOf(session, item) === item.needed)
  );
}
