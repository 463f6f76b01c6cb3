import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Db, openClient } from '../client.ts';

export type TestDatabase = { readonly db: Db; readonly url: string };

/**
 * A database of this test file's own, migrated and empty, dropped after it. Called at the top of
 * the file; the value may be used inside tests and hooks.
 */
export function testDatabase(): TestDatabase {
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    const url = await cloneTemplate();
    open = { db: openClient(url), url };
  });
  afterAll(async () => {
    await open?.db.$disconnect();
    if (open) await dropDatabase(open.url);
  });
  const opened = (): TestDatabase => {
    if (!open) throw new Error('the test database opens with the first test');
    return open;
  };
  return {
    get db() {
      return opened().db;
    },
    get url() {
      return opened().url;
    },
  };
}

/** An empty database on the test server, without migrations. */
export async function emptyDatabase(): Promise<string> {
  return createDatabase('TEMPLATE template0');
}

/** A migrated database on the test server, for a test that needs a second one. */
export async function cloneTemplate(): Promise<string> {
  const template = databaseName(inject('templateDatabase'));
  return createDatabase(`TEMPLATE ${template} STRATEGY FILE_COPY`);
}

export async function dropDatabase(url: string): Promise<void> {
  await asOwner(`DROP DATABASE IF EXISTS ${databaseName(url)} WITH (FORCE)`);
}

async function createDatabase(how: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name} ${how}`);
  const url = new URL(inject('templateDatabase'));
  url.pathname = `/${name}`;
  return url.href;
}

async function asOwner(sql: string): Promise<void> {
  const url = new URL(inject('templateDatabase'));
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
