import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { secretFile } from './secret-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstleg-secret-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('a secret is made once and stays', () => {
  const file = join(folder, 'deep/key');
  const first = secretFile(file, () => 'one');
  expect(first).toBe('one');
  expect(secretFile(file, () => 'two')).toBe('one');
});

test('only its owner may read it, and nothing else is left beside it', () => {
  const file = join(folder, 'own/key');
  secretFile(file, () => 'x');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'own'))).toEqual(['key']);
});

test('a process that comes second takes the secret of the first', () => {
  const file = join(folder, 'race/key');
  const loser = secretFile(file, () => {
    secretFile(file, () => 'winner');
    return 'loser';
  });
  expect(loser).toBe('winner');
});
