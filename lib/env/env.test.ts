import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('a fresh machine needs no variable at all', () => {
  expect(readEnv({})).toEqual({
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    port: 3000,
    host: undefined,
    publicUrl: undefined,
    secretKey: undefined,
    demo: true,
    simulatorPort: undefined,
    chromiumPath: undefined,
  });
});

test('the practice Amazon is exposed only where a port is named', () => {
  expect(readEnv({ FIRSTLEG_SIMULATOR_PORT: '4010' }).simulatorPort).toBe(4010);
  expect(() => readEnv({ FIRSTLEG_SIMULATOR_PORT: 'yes' })).toThrow('FIRSTLEG_SIMULATOR_PORT');
});

test('an empty variable counts as absent', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', FIRSTLEG_DATA_DIR: '' })).toEqual(readEnv({}));
});

test("a database of one's own never gets a demo workspace silently", () => {
  const own = { DATABASE_URL: 'postgresql://localhost/shop' };
  expect(readEnv(own).demo).toBe(false);
  expect(readEnv({ ...own, FIRSTLEG_DEMO: '1' }).demo).toBe(true);
  expect(readEnv({ ...own, FIRSTLEG_EMBEDDED: '1' }).demo).toBe(true);
  expect(readEnv({ FIRSTLEG_DEMO: '0' }).demo).toBe(false);
});

test('wrong variables are named together, without their values', () => {
  const wrong = { PORT: 'http', FIRSTLEG_SECRET_KEY: 'hunter2', DATABASE_URL: 'mysql://me:pw@x' };
  expect(() => readEnv(wrong)).toThrow(/PORT.*FIRSTLEG_SECRET_KEY|FIRSTLEG_SECRET_KEY.*PORT/);
  expect(() => readEnv(wrong)).not.toThrow(/hunter2|me:pw/);
});
