import { expect, test } from 'vitest';
import { ACTS, type Act, mayDo, ROLES, type Role } from './roles.ts';

const acts = (role: Role): readonly Act[] => ACTS.filter((act) => mayDo(role, act));

test('an owner may do everything', () => {
  expect(acts('owner')).toEqual(ACTS);
});

test('a manager may spend money but neither members nor connections are theirs', () => {
  expect(mayDo('manager', 'spend-money')).toBe(true);
  expect(mayDo('manager', 'manage-members')).toBe(false);
  expect(mayDo('manager', 'manage-connections')).toBe(false);
});

test('a packer packs, prints and ships what is to be shipped, and cancels or spends nothing', () => {
  expect(acts('packer')).toEqual(['pack', 'print-labels', 'ship-orders', 'read-buyers']);
});

test('a viewer changes nothing', () => {
  expect(acts('viewer')).toEqual([]);
});

test('each role may do all that the next lower one may', () => {
  const ladder = ROLES.map((role) => new Set(acts(role)));
  ladder.slice(1).forEach((lower, at) => {
    expect([...lower].every((act) => ladder[at]?.has(act))).toBe(true);
  });
});
