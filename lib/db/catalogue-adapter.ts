import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';

// PostgreSQL's catalogues have columns of the type "char", which @prisma/adapter-pg 7.10 refuses to
// read (prisma/orm issue 27403); the schema engine cannot describe a database without them.
const CHAR = 18;

type WithDriver = SqlDriverAdapter & { readonly underlyingDriver: () => pg.Pool };

/** Prisma's adapter, able to read the catalogues too. */
export function catalogueAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg({ connectionString: url });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => readable(await factory.connect()),
    connectToShadowDb: async () => readable(await factory.connectToShadowDb()),
  };
}

function readable(adapter: WithDriver): SqlDriverAdapter {
  const queryRaw: SqlDriverAdapter['queryRaw'] = async (query) => {
    if (!/^\s*(SELECT|WITH)\b/i.test(query.sql)) return adapter.queryRaw(query);
    return queryCatalogue(adapter, query);
  };
  return Object.assign(Object.create(adapter) as SqlDriverAdapter, { queryRaw });
}

// Fetched as text, and declared to be single characters again.
async function queryCatalogue(adapter: WithDriver, query: SqlQuery): Promise<SqlResultSet> {
  const inner = `(${query.sql.trim().replace(/;$/, '')}\n) AS described`;
  const described = await adapter
    .underlyingDriver()
    .query({ text: `SELECT * FROM ${inner} LIMIT 0`, values: [...query.args] })
    .catch(() => undefined);
  const fields = described?.fields ?? [];
  if (fields.every((field) => field.dataTypeID !== CHAR)) return adapter.queryRaw(query);
  const columns = fields.map(({ name, dataTypeID }) =>
    dataTypeID === CHAR ? `"${name}"::text AS "${name}"` : `"${name}"`,
  );
  const sql = `SELECT ${columns.join(', ')} FROM ${inner}`;
  const result = await adapter.queryRaw({ ...query, sql });
  const columnTypes = result.columnTypes.map((type, at) =>
    fields[at]?.dataTypeID === CHAR ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}
