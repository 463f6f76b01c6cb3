import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeImports, type Verdict } from './architecture.ts';
import { HOME } from './build-output.ts';

// Every file breaks one law; the rest are there to be imported.
const FIXTURE: Readonly<Record<string, string>> = {
  'lib/kernel/index.ts': `import '#lib/env'; export const kernel = 1;`,
  'lib/env/index.ts': `export const env = 1;`,
  'lib/env/deep.ts': `export const deep = 1;`,
  'lib/flat-files/index.ts': `import { env } from '#lib/env'; export const flat = env;`,
  'lib/db/index.ts': `export const db = 1;`,
  'lib/db/testing/index.ts': `import { db } from '../index.ts'; export const testing = db;`,
  'lib/sp-api/index.ts': `import { sim } from '#lib/sp-api-simulator'; export const api = sim;`,
  'lib/sp-api-simulator/index.ts': `export const sim = 1;`,
  'lib/sp-api-simulator/peek.ts': `import { throttle } from '../sp-api/throttle.ts'; export const peek = throttle;`,
  'lib/sp-api/throttle.ts': `export const throttle = 1;`,
  'lib/listings/index.ts': `export const listings = 1;`,
  'lib/listings/upward.ts': `import { inbound } from '#lib/inbound'; export const up = inbound;`,
  'lib/inbound/index.ts': `export const inbound = 1;`,
  'lib/inbound/core/box.ts': `import { db } from '#lib/db'; export const box = db;`,
  'lib/inbound/core/reach.ts': `import { innocent } from '#lib/listings/server'; export const reach = innocent;`,
  'lib/listings/server.ts': `import { db } from '#lib/db'; export const innocent = db;`,
  'lib/inbound/amazon.ts': `import { db } from '#lib/db'; export const amazon = db;`,
  'lib/inbound/thief.ts': `import { deep } from '../env/deep.ts'; export const thief = deep;`,
  'lib/inbound/prisma.ts': `import '@prisma/client'; export const prisma = 1;`,
  'lib/inbound/signs-in.ts': `import 'next-auth'; import '@react-pdf/renderer'; import 'pg-boss'; export const signs = 1;`,
  'lib/inbound/upstairs.ts': `import { worker } from '#lib/worker'; export const upstairs = worker;`,
  'lib/inbound/lost.ts': `import { nowhere } from '#lib/nowhere'; export const lost = nowhere;`,
  'lib/inbound/uses-tests.ts': `import { testing } from '#lib/db/testing'; export const uses = testing;`,
  'lib/inbound/shouts.ts': `import { run } from '../cli/run.ts'; export const shouts = run;`,
  'lib/cli/run.ts': `export const run = 1;`,
  'lib/worker/index.ts': `export const worker = 1;`,
  'lib/auth/index.ts': `import { inbound } from '#lib/inbound'; export const auth = inbound;`,
  'lib/auth/app.ts': `import { page } from '../../app/page.tsx'; export const app = page;`,
  'lib/jobs/index.ts': `import { a } from './a.ts'; export const jobs = a;`,
  'lib/jobs/a.ts': `import type { B } from './b.ts'; export const a = 1 as B;`,
  'lib/jobs/b.ts': `import { a } from './a.ts'; export type B = typeof a;`,
  'lib/jobs/alone.ts': `export const alone = 1;`,
  'components/button.tsx': `import { db } from '#lib/db'; export const button = db;`,
  'app/page.tsx': `import { deep } from '../lib/env/deep.ts'; export const page = deep;`,
};

const PLANTED = [
  'kernel-imports-nothing: lib/kernel/index.ts',
  'pure-rooms: lib/flat-files/index.ts',
  'simulator-and-gateway-do-not-meet: lib/sp-api/index.ts',
  'gateway-and-simulator-do-not-meet: lib/sp-api-simulator/peek.ts',
  'modules-do-not-meet: lib/listings/upward.ts',
  'core-is-pure: lib/inbound/core/box.ts',
  'core-is-pure: lib/inbound/core/reach.ts',
  'core-reaches-nothing-impure: lib/inbound/core/reach.ts',
  'db-only-from-stores: lib/inbound/amazon.ts',
  'use-the-door: lib/inbound/thief.ts',
  'use-the-door-from-outside: app/page.tsx',
  'prisma-only-in-the-database-room: lib/inbound/prisma.ts',
  'only-auth-knows-next-auth: lib/inbound/signs-in.ts',
  'only-labels-knows-react-pdf: lib/inbound/signs-in.ts',
  'only-jobs-knows-pg-boss: lib/inbound/signs-in.ts',
  'only-the-command-line-is-above-the-worker: lib/inbound/upstairs.ts',
  'no-unresolved: lib/inbound/lost.ts',
  'testing-is-for-tests: lib/inbound/uses-tests.ts',
  'nobody-calls-the-command-line: lib/inbound/shouts.ts',
  'lower-floors-know-no-module: lib/auth/index.ts',
  'lib-knows-no-app: lib/auth/app.ts',
  'no-cycles: lib/jobs/a.ts',
  'no-orphans: lib/jobs/alone.ts',
  'components-are-dumb: components/button.tsx',
];

let home = '';
let verdict: Verdict = { violations: [], unseen: [] };

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'firstleg-architecture-'));
  for (const file of ['package.json', 'tsconfig.json'])
    await cp(join(HOME, file), join(home, file));
  await symlink(join(HOME, 'node_modules'), join(home, 'node_modules'));
  for (const [file, text] of Object.entries(FIXTURE)) {
    await mkdir(join(home, dirname(file)), { recursive: true });
    await writeFile(join(home, file), text);
  }
  verdict = await judgeImports(home);
}, 60_000);

afterAll(() => rm(home, { recursive: true, force: true }));

test.each(PLANTED)('a planted violation is caught: %s', (planted) => {
  expect(verdict.violations.some((line) => line.startsWith(`${planted} → `))).toBe(true);
});

test('every rule of the law has a planted violation', () => {
  const rules = new Set(verdict.violations.map((line) => line.split(':')[0]));
  expect(rules).toEqual(new Set(PLANTED.map((line) => line.split(':')[0])));
});

test('the judge sees every source file', () => {
  expect(verdict.unseen).toEqual([]);
});
