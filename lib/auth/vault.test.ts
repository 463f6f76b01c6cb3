import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault('k'.repeat(32));

test('what was sealed opens again, any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
      expect(vault.open(vault.seal(text, context), context)).toBe(text);
    }),
  );
});

test('the same text never looks the same twice', () => {
  expect(vault.seal('token', 'a')).not.toBe(vault.seal('token', 'a'));
  expect(vault.seal('token', 'a')).not.toContain('token');
});

test("one connection's secret does not open as another's", () => {
  const sealed = vault.seal('token', 'connection:1:refresh-token');
  expect(() => vault.open(sealed, 'connection:2:refresh-token')).toThrow(/does not open/);
});

test('another key opens nothing', () => {
  expect(() => createVault('q'.repeat(32)).open(vault.seal('token', 'a'), 'a')).toThrow(
    /does not open/,
  );
});

test('a seal that was tampered with, anywhere, does not open', () => {
  const [version, ...parts] = vault.seal('token', 'a').split('.');
  parts.forEach((part, at) => {
    const flipped = (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
    const tampered = [version, ...parts.with(at, flipped)].join('.');
    expect(() => vault.open(tampered, 'a')).toThrow(/does not open/);
  });
  const cut = [version, parts[0], parts[1]?.slice(0, 6), parts[2]].join('.');
  expect(() => vault.open(cut, 'a')).toThrow(/does not open/);
});

test('what was never sealed is told apart', () => {
  expect(() => vault.open('token', 'a')).toThrow(/not a sealed secret/);
  expect(() => vault.open('v0.a.b.c', 'a')).toThrow(/not a sealed secret/);
});

test('derived secrets differ by purpose and by key', () => {
  expect(vault.derive('one')).toHaveLength(64);
  expect(vault.derive('one')).not.toBe(vault.derive('two'));
  expect(vault.derive('one')).not.toBe(createVault('q'.repeat(32)).derive('one'));
});
