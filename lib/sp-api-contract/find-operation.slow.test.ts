import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findOperation, operationOf } from './find-operation.ts';
import { OPERATIONS } from './operations.ts';

const anyOperation = fc.constantFrom(...OPERATIONS);
// Text of any script; a segment of dots alone is a folder to every URL reader.
const anyId = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((id) => !/^\.+$/.test(id));

function fill(path: string, ids: readonly string[]): string {
  let at = 0;
  return path.replace(/\{[^}]+\}/g, () => encodeURIComponent(ids[at++ % ids.length] ?? 'x'));
}

describe('finding the operation behind a request', () => {
  test('every operation is found at its own path, with the ids that were put in', () => {
    fc.assert(
      fc.property(
        anyOperation,
        fc.array(anyId, { minLength: 4, maxLength: 4 }),
        (operation, ids) => {
          const found = findOperation(operation.method, fill(operation.path, ids));
          const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
          // An id may spell a word of a sibling's path, which then is the right answer.
          if (found?.operation !== operation) {
            expect(
              ids.some((id) => OPERATIONS.some((row) => row.path.split('/').includes(id))),
            ).toBe(true);
            return;
          }
          expect(found.parameters).toEqual(
            Object.fromEntries(names.map((name, index) => [name, ids[index]])),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a SKU with slashes, percent signs and Chinese comes back as it is', () => {
    const sku = '货 a/b%2F+,?#&';
    const path = `/listings/2021-08-01/items/A1SELLER/${encodeURIComponent(sku)}`;
    expect(findOperation('PATCH', path)).toEqual({
      operation: operationOf('listings', 'patchListingsItem'),
      parameters: { sellerId: 'A1SELLER', sku },
    });
  });

  test('a word of a path goes before a parameter in its place', () => {
    const plan = '/inbound/fba/2024-03-20/inboundPlans/wf1/transportationOptions/confirmation';
    expect(findOperation('POST', plan)?.operation.id).toBe('confirmTransportationOptions');
    expect(findOperation('GET', '/orders/v0/orders')?.operation.id).toBe('getOrders');
  });

  test.each([
    ['the wrong method', 'DELETE', '/inbound/fba/2024-03-20/inboundPlans'],
    ['a method in small letters', 'get', '/inbound/fba/2024-03-20/inboundPlans'],
    ['a slash too many', 'GET', '/inbound/fba/2024-03-20/inboundPlans/'],
    ['an empty id', 'GET', '/inbound/fba/2024-03-20/inboundPlans//items'],
    ['another version', 'GET', '/inbound/fba/2023-03-20/inboundPlans'],
    ['nothing', 'GET', ''],
    ['half a percent escape', 'GET', '/inbound/fba/2024-03-20/inboundPlans/%E4%A'],
    ['an escape that is no text', 'GET', '/listings/2021-08-01/items/A1SELLER/%ff'],
  ])('%s finds nothing', (_, method, path) => {
    expect(findOperation(method, path)).toBeUndefined();
  });

  test('no path at all makes it throw', () => {
    const segment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%zz', '%e4%a', '..', ''),
    );
    fc.assert(
      fc.property(
        anyOperation,
        fc.array(segment, { minLength: 4, maxLength: 4 }),
        (operation, bad) => {
          let at = 0;
          const path = operation.path.replace(/\{[^}]+\}/g, () => bad[at++ % bad.length] ?? '');
          findOperation(operation.method, path);
          findOperation(operation.method, bad.join('/'));
        },
      ),
    );
  });
});

describe('naming an operation', () => {
  test('needs the api, since several have a getOrder and a getShipment', () => {
    expect(operationOf('orders', 'getOrder').path).toBe('/orders/2026-01-01/orders/{orderId}');
    expect(operationOf('orders-v0', 'getOrder').path).toBe('/orders/v0/orders/{orderId}');
  });

  test('a name that Amazon does not have is a bug', () => {
    expect(() => operationOf('inbound', 'shipItNow')).toThrow('no operation inbound shipItNow');
  });
});
