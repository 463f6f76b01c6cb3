import { Prisma, type Tx } from '#lib/db';

type Table = {
  readonly Order: Prisma.OrderCreateManyInput;
  readonly OrderItem: Prisma.OrderItemCreateManyInput;
  readonly OrderPackage: Prisma.OrderPackageCreateManyInput;
  readonly OrderEvent: Prisma.OrderEventCreateManyInput;
  readonly OrderMessage: Prisma.OrderMessageCreateManyInput;
};

/**
 * Inserts many rows in one statement. The client's own way binds every value by itself, which takes
 * minutes for a report of 100,000 orders. Every column must be given: there are no defaults here.
 */
export async function insertRows<Name extends keyof Table>(
  tx: Pick<Tx, '$executeRaw'>,
  name: Name,
  rows: readonly Required<Table[Name]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const table = Prisma.raw(`"${name}"`);
  await tx.$executeRaw`INSERT INTO ${table}
    SELECT * FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(rows)}::json)`;
}
