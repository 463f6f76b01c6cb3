import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { operationProblems, quotedResource } from './operation-problems.ts';

describe('the problems of an operation', () => {
  test('name their SKU, and keep Amazon’s words without the shouting', () => {
    expect(
      operationProblems({
        operationStatus: 'FAILED',
        operationProblems: [
          {
            severity: 'ERROR',
            code: 'FBA_INB_0182',
            details: "There's an input error with the resource '10-EJ7J-ZK6V'.",
            message: 'ERROR: Prep classification for this SKU was missing.',
          },
        ],
      }),
    ).toEqual([
      {
        code: 'FBA_INB_0182',
        known: true,
        message: 'Prep classification for this SKU was missing.',
        details: "There's an input error with the resource '10-EJ7J-ZK6V'.",
        severity: 'ERROR',
        resource: { kind: 'sku', id: '10-EJ7J-ZK6V' },
      },
    ]);
  });

  test('with details of null, and a code nobody has seen, come as they are', () => {
    expect(
      operationProblems({
        operationProblems: [
          { severity: 'ERROR', code: 'FBA_INB_9999', details: null, message: 'ERROR: Odd.' },
        ],
      }),
    ).toEqual([{ code: 'FBA_INB_9999', known: false, message: 'Odd.', severity: 'ERROR' }]);
  });

  test.each([
    ['WARNING', 'x', 'WARNING'],
    ['warning', 'x', 'WARNING'],
    [undefined, 'WARNING: Address was unable to be verified.', 'WARNING'],
    [undefined, 'Something', 'ERROR'],
    ['NOTICE', 'x', 'ERROR'],
    ['ERROR', 'WARNING: x', 'ERROR'],
  ])('of severity %s saying "%s" is an %s', (severity, message, expected) => {
    const [found] = operationProblems({ operationProblems: [{ code: 'A', severity, message }] });
    expect(found?.severity).toBe(expected);
  });

  test.each([[undefined], [null], ['x'], [{}], [{ operationProblems: null }]])(
    'in a body of %j are none',
    (body) => {
      expect(operationProblems(body)).toEqual([]);
    },
  );

  test('that are no objects are still counted, as unknown errors', () => {
    expect(operationProblems({ operationProblems: [null, 7, 'x', []] })).toEqual(
      Array.from({ length: 4 }, () => ({
        code: 'unknown',
        known: false,
        message: '',
        severity: 'ERROR',
      })),
    );
  });

  test('never throw, whatever Amazon sends', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        operationProblems(body);
        operationProblems({ operationProblems: [body] });
        operationProblems({ operationProblems: [{ details: body, message: body }] });
      }),
    );
  });
});

describe('the resource that a text quotes', () => {
  test('is the SKU as it was, with any letters, blanks and quotes in it', () => {
    const anySku = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anySku, (sku) => {
        fc.pre(!/^[a-z]{2}[0-9a-f]{8}-/.test(sku));
        expect(quotedResource(`There's an input error with the resource '${sku}'.`)).toEqual({
          kind: 'sku',
          id: sku,
        });
      }),
    );
  });

  test.each([
    ['wf', 'plan'],
    ['po', 'packing-option'],
    ['pg', 'packing-group'],
    ['pl', 'placement-option'],
    ['sh', 'shipment'],
    ['to', 'transportation-option'],
    ['dw', 'delivery-window'],
    ['zz', 'sku'],
  ])('with an id that begins with %s is a %s', (prefix, kind) => {
    const id = `${prefix}1234abcd-1234-abcd-5678-1234abcd5678`;
    for (const quotes of ["''", '""', '``', '‘’', '“”'])
      expect(quotedResource(`resource ${quotes[0]}${id}${quotes[1]}`)).toEqual({ kind, id });
  });

  test.each([
    ['There is an issue with the input.'],
    ["There's nothing 'quoted' after the word"],
    ["resource ''"],
    [''],
  ])('is nothing in: %s', (text) => {
    expect(quotedResource(text)).toBeUndefined();
  });
});
