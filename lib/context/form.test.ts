import { describe, expect, test } from 'vitest';
import { formValues } from './form.ts';

function form(...entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('what a form sends', () => {
  test('becomes an object by the dots of its names', () => {
    expect(formValues(form(['plan.name', 'March'], ['plan.from.city', 'Reno']))).toEqual({
      plan: { name: 'March', from: { city: 'Reno' } },
    });
  });

  test('has numbered rows as a list in the order of the numbers, gaps closed', () => {
    const rows = form(['lines.10.sku', 'C'], ['lines.2.sku', 'B'], ['lines.0.sku', 'A']);
    expect(formValues(rows)).toEqual({ lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] });
  });

  test('gathers names that end in brackets, one or many', () => {
    expect(formValues(form(['ids[]', '1'], ['ids[]', '2'], ['skus[]', 'A']))).toEqual({
      ids: ['1', '2'],
      skus: ['A'],
    });
  });

  test('takes the last value of a name that comes twice', () => {
    expect(formValues(form(['quantity', '1'], ['quantity', '2']))).toEqual({ quantity: '2' });
  });

  test('leaves the fields of the framework out', () => {
    expect(formValues(form(['$ACTION_ID_7f', ''], ['name', 'x']))).toEqual({ name: 'x' });
  });

  test('cannot reach into what every object inherits', () => {
    const values = formValues(form(['__proto__.isOwner', 'yes'], ['constructor.prototype.x', 'y']));
    expect(({} as Record<string, unknown>)['isOwner']).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(Object.keys(values)).toContain('constructor');
  });

  test('a name used for a row and for a value keeps what came last', () => {
    expect(formValues(form(['box', '1'], ['box.weight', '2']))).toEqual({ box: { weight: '2' } });
  });
});
