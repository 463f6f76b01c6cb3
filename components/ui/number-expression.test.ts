import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evaluateExpression, stepNumber } from './number-expression.ts';

describe('a number typed as a calculation', () => {
  it.each([
    ['=12*8', 0, '96'],
    ['= 12 × 8', 0, '96'],
    ['=12x8', 0, '96'],
    ['=(3+2)*24', 0, '120'],
    ['=2+3*4', 0, '14'],
    ['=10-3-2', 0, '5'],
    ['=96/8/2', 0, '6'],
    ['=0.1+0.2', 1, '0.3'],
    ['=12,5*2', 0, '25'],
    ['=.5*3', 1, '1.5'],
    ['=1÷8', 3, '0.125'],
    ['=7', 0, '7'],
    ['=0*5', 2, '0'],
  ])('%s with %i decimals is %s', (text, places, result) => {
    expect(evaluateExpression(text, places)).toBe(result);
  });

  it.each([
    ['12*8', 'it does not begin with ='],
    ['=', 'nothing follows'],
    ['=12*', 'an operand is missing'],
    ['=12+', 'an operand is missing'],
    ['=*12', 'an operand is missing'],
    ['=(12', 'a bracket stays open'],
    ['=12)', 'a bracket was never opened'],
    ['=12 8', 'two numbers stand side by side'],
    ['=12*eight', 'a word is no number'],
    ['=5/0', 'nothing can be divided by zero'],
    ['=5-9', 'there are no negative quantities'],
    ['=10/4', 'it is no whole number'],
    [`=${'1+'.repeat(120)}1`, 'it is too long to be meant'],
  ])('%s stays as typed: %s', (text) => {
    expect(evaluateExpression(text, 0)).toBeUndefined();
  });

  it('agrees with whole-number arithmetic', () => {
    const number = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(evaluateExpression(`=${a}+${b}*${c}`, 0)).toBe(String(a + b * c));
      }),
    );
  });
});

describe('stepping with the arrow keys', () => {
  it.each([
    ['4', 1, '5'],
    ['', 1, '1'],
    ['4', -10, '0'],
    ['12.5', 1, '13.5'],
    ['0.1', 0.2, '0.3'],
    ['12,5', -1, '11.5'],
    ['twelve', 1, 'twelve'],
  ])('%s by %d becomes %s', (text, step, next) => {
    expect(stepNumber(text, step)).toBe(next);
  });
});
