import { OPERATIONS } from '#lib/sp-api-contract';
import { findModels, resolve, WITHOUT_MODELS } from '#lib/sp-api-contract/testing';
import { describe, expect, test } from 'vitest';

import { effectOf, NAMED_EFFECTS, nameOf, safeToRepeat } from './effects.ts';
import { missingIn, NAMED_SHAPES } from './shapes.ts';

const named = (name: string) => {
  const operation = OPERATIONS.find((row) => nameOf(row) === name);
  if (!operation) throw new Error(name);
  return operation;
};

describe('what a repeated call does', () => {
  test('is decided for every write Amazon has, and for nothing else', () => {
    const writes = OPERATIONS.filter((row) => row.method !== 'GET').map(nameOf);
    expect([...NAMED_EFFECTS].sort()).toEqual(writes.sort());
  });

  test('every GET only reads', () => {
    const gets = OPERATIONS.filter((row) => row.method === 'GET');
    expect(gets.every((row) => effectOf(row) === 'read' && safeToRepeat(row))).toBe(true);
  });

  test.each([
    'inbound.createInboundPlan',
    'inbound.cancelInboundPlan',
    'inbound.confirmPackingOption',
    'inbound.confirmPlacementOption',
    'inbound.confirmDeliveryWindowOptions',
    'inbound.confirmTransportationOptions',
    'inbound.confirmShipmentContentUpdatePreview',
    'reports.createReport',
    'feeds.createFeed',
    'orders-v0.confirmShipment',
    'merchant-fulfillment.createShipment',
  ])('%s is never sent twice', (name) => {
    expect(safeToRepeat(named(name))).toBe(false);
  });

  test('no confirmation, cancellation or deletion is repeated', () => {
    const final = OPERATIONS.filter((row) => /^(confirm|cancel|delete|schedule)/.test(row.id));
    expect(final.filter(safeToRepeat).map(nameOf)).toEqual([]);
  });

  test('a write that nobody has thought about happens once', () => {
    expect(effectOf({ ...named('inbound.createInboundPlan'), id: 'teleportInboundPlan' })).toBe(
      'once',
    );
  });
});

describe('what an answer must hold', () => {
  test('is asked of operations that exist', () => {
    for (const name of Object.keys(NAMED_SHAPES)) expect(named(name), name).toBeDefined();
  });

  test('every operation that is carried out later must name its operationId', () => {
    const later = OPERATIONS.filter((row) => row.api === 'inbound' && row.method !== 'GET').filter(
      (row) => row.success !== 200 && row.success !== 204,
    );
    expect(later.length).toBe(19);
    for (const row of later)
      expect(missingIn(row, { inboundPlanId: 'wf1' }), row.id).toBe('operationId');
  });

  test('is never more than Amazon’s models promise', (context) => {
    const models = findModels() ?? context.skip(WITHOUT_MODELS);
    for (const [name, shape] of Object.entries(NAMED_SHAPES)) {
      const { api, id } = named(name);
      const model = models.get(api);
      const operation = Object.values(model?.paths ?? {})
        .flatMap((methods) => Object.values(methods))
        .find((one) => one.operationId === id);
      if (!model || !operation) throw new Error(name);
      const schema = resolve(model, operation.responses[named(name).success]?.schema);
      for (const field of shape.split(' ')) {
        const bare = field.replace(/\[\]|\{\}/, '');
        const type = resolve(model, schema?.properties?.[bare])?.type;
        expect(type, `${name} ${field}`).toBe(
          field.endsWith('[]') ? 'array' : field.endsWith('{}') ? 'object' : 'string',
        );
        if (bare !== 'payload') expect(schema?.required, `${name} ${field}`).toContain(bare);
      }
    }
  });
});
