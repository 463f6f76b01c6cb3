import { Client, type QueryResultRow } from 'pg';
import { expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#lib/db/testing';
import { migrate, type Migration, readMigrations } from './migrations.ts';
import { schemaDifference, unappliedInPrismasEyes } from './schema-engine.ts';

const template = testDatabase();

const first: Migration = {
  name: '20260101000000_a_first',
  sql: 'CREATE TABLE a (id int)',
  checksum: '1'.repeat(64),
};
const second: Migration = {
  name: '20260102000000_a_second',
  sql: 'ALTER TABLE a ADD b int',
  checksum: '2'.repeat(64),
};

async function ask<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the migrations lead exactly to the schema', async () => {
  expect(await schemaDifference(template.url)).toBe('');
});

test("Prisma's own migrate finds nothing left to do, and nothing edited", async () => {
  expect(await unappliedInPrismasEyes(template.url, await readMigrations())).toEqual([]);
});

test("Prisma's own migrate sees what is missing in an empty database", async () => {
  const migrations = await readMigrations();
  const names = migrations.map(({ name }) => name);
  expect(await unappliedInPrismasEyes(await emptyDatabase(), migrations)).toEqual(names);
});

test('a later start applies only what is new', async () => {
  const url = await emptyDatabase();
  expect(await migrate(url, [first])).toEqual([first.name]);
  expect(await migrate(url, [first, second])).toEqual([second.name]);
  expect(await migrate(url, [first, second])).toEqual([]);
});

test('of several processes that start at once, one migrates and the others find it done', async () => {
  const url = await emptyDatabase();
  const slow = { ...first, sql: `SELECT pg_sleep(0.2); ${first.sql}` };
  const outcomes = await Promise.all([1, 2, 3].map(() => migrate(url, [slow, second])));
  expect(outcomes.map((names) => names.length).toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
});

test('a migration that was edited after it ran stops the start', async () => {
  const url = await emptyDatabase();
  await migrate(url, [first]);
  const edited = { ...first, checksum: '9'.repeat(64) };
  await expect(migrate(url, [edited, second])).rejects.toThrow(/a_first was changed/);
  expect(
    await ask(url, "SELECT 1 FROM information_schema.columns WHERE column_name = 'b'"),
  ).toEqual([]);
});

test('a database of a later version is left alone', async () => {
  const url = await emptyDatabase();
  await migrate(url, [first, second]);
  await expect(migrate(url, [first])).rejects.toThrow(/newer than this version/);
});

test('a migration that fails half way leaves nothing of itself', async () => {
  const url = await emptyDatabase();
  const broken = { ...second, sql: 'CREATE TABLE half (id int); SELECT 1/0;' };
  await expect(migrate(url, [first, broken])).rejects.toThrow(/a_second did not run/);
  expect(await ask(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  expect(await migrate(url, [first, second])).toEqual([second.name]);
});

test('a migration that another tool began and did not end is named', async () => {
  const url = await emptyDatabase();
  await migrate(url, [first]);
  await ask(url, 'UPDATE "_prisma_migrations" SET finished_at = NULL');
  await expect(migrate(url, [first, second])).rejects.toThrow(/a_first was begun elsewhere/);
});
