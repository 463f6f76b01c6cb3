import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demoSignIn, findDemoSignIn } from './demo-sign-in.ts';

const root = mkdtempSync(join(tmpdir(), 'firstleg-demo-'));
const folder = () => mkdtempSync(join(root, 'data-'));

afterAll(() => rmSync(root, { recursive: true }));

test('a demo keeps its sign-in, and no two installations share one', () => {
  const [here, there] = [folder(), folder()];
  const first = demoSignIn(here);
  expect(first.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(demoSignIn(here)).toEqual(first);
  expect(findDemoSignIn(here)).toEqual(first);
  expect(demoSignIn(there).password).not.toBe(first.password);
});

test('where no demo was filled there is no sign-in', () => {
  expect(findDemoSignIn(folder())).toBeUndefined();
});
