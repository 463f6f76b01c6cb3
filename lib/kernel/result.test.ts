import { describe, expect, it } from 'vitest';
import { invariant, unreachable } from './invariant.ts';
import { optional } from './optional.ts';
import { problem } from './problem.ts';
import { ok, refuse } from './result.ts';

describe('an outcome', () => {
  it('is a value, whatever the value', () => {
    expect(ok(undefined)).toEqual({ ok: true, value: undefined });
  });

  it('or the problems in its way, in their order', () => {
    const heavy = problem('box-too-heavy', { pounds: 60 }, 'boxes.2.weight');
    const empty = problem('box-empty');
    expect(refuse(heavy, empty)).toEqual({ ok: false, problems: [heavy, empty] });
  });

  it('is never refused without a reason', () => {
    expect(() => refuse()).toThrow('at least one problem');
  });
});

describe('a problem', () => {
  it('says where it belongs only when it belongs somewhere', () => {
    expect(problem('box-empty')).toStrictEqual({ code: 'box-empty', facts: {} });
    expect(problem('box-empty', {}, 'boxes.1')).toStrictEqual({
      code: 'box-empty',
      facts: {},
      at: 'boxes.1',
    });
  });
});

describe('a bug', () => {
  it('is thrown, not returned', () => {
    expect(() => invariant(undefined, 'a box has a lid')).toThrow('invariant: a box has a lid');
    expect(() => invariant('lid', 'never said')).not.toThrow();
    expect(() => unreachable('pigeon' as never)).toThrow('unreachable: "pigeon"');
  });
});

describe('a property that may be absent', () => {
  it('is absent when it has no value, and present when it has one', () => {
    expect({ ...optional('email', undefined) }).toStrictEqual({});
    expect({ ...optional('email', '') }).toStrictEqual({ email: '' });
  });
});
