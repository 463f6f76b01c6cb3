import { describe, expect, test } from 'vitest';

import { type Operation, OPERATIONS } from './operations.ts';
import {
  findModels,
  MODEL_FILES,
  type ModelOperation,
  operationsOf,
  WITHOUT_MODELS,
} from './testing/index.ts';

// The changelog of 2025-06-25 raised these to five per second; the models still say two.
const RAISED = [
  'inbound.getInboundOperationStatus',
  'inbound.getShipment',
  'inbound.listDeliveryWindowOptions',
  'inbound.listShipmentBoxes',
  'inbound.listTransportationOptions',
  'inbound-v0.getLabels',
];

// Their models name no rate ("n", or nothing); the table holds the official SDK's.
const WITHOUT_RATE: Readonly<Record<string, string>> = {
  'inbound.cancelSelfShipAppointment': '2/30',
  'inbound.generateSelfShipAppointmentSlots': '2/2',
  'inbound.getSelfShipAppointmentSlots': '2/6',
  'inbound.listPrepDetails': '2/30',
  'inbound.scheduleSelfShipAppointment': '2/2',
  'inventory.addInventory': '2/2',
  'inventory.createInventoryItem': '2/2',
  'inventory.deleteInventoryItem': '2/2',
};

const models = findModels();
const modelled = [...(models ?? [])].flatMap(([api, model]) =>
  operationsOf(model).map(({ id, method, path, operation }) => ({
    name: `${api}.${id}`,
    method,
    path,
    operation,
  })),
);
const table = new Map(OPERATIONS.map((row) => [`${row.api}.${row.id}`, row]));

describe.skipIf(models === undefined)(
  `the operations and Amazon’s models (or ${WITHOUT_MODELS})`,
  () => {
    test('name the same operations, none missing and none invented', () => {
      expect([...table.keys()].sort()).toEqual(modelled.map(({ name }) => name).sort());
      expect(OPERATIONS.map((row) => row.api).filter((api) => !(api in MODEL_FILES))).toEqual([]);
    });

    test('agree on every method and path', () => {
      expect(pick(({ method, path }) => `${method} ${path}`)).toEqual(
        Object.fromEntries(modelled.map(({ name, method, path }) => [name, `${method} ${path}`])),
      );
    });

    test('agree on the status of an accepted call, of which no operation has two', () => {
      expect(pick(({ success }) => [String(success)])).toEqual(
        Object.fromEntries(
          modelled.map(({ name, operation }) => [
            name,
            Object.keys(operation.responses).filter((status) => status.startsWith('2')),
          ]),
        ),
      );
    });

    test('agree on rate and burst, but for those raised by a changelog', () => {
      const rated = modelled.filter(
        ({ name }) => !(name in WITHOUT_RATE) && !RAISED.includes(name),
      );
      const wanted = Object.fromEntries(
        rated.map(({ name, operation }) => [name, modelRate(operation)]),
      );
      expect(wanted).toEqual(
        Object.fromEntries(rated.map(({ name }) => [name, tableRate(table.get(name))])),
      );
    });

    test('the raised ones are two per second in the model and five in the table, bursts unchanged', () => {
      for (const { name, operation } of modelled.filter(({ name }) => RAISED.includes(name)))
        expect(tableRate(table.get(name)), name).toBe(modelRate(operation)?.replace(/^2\//, '5/'));
      expect(modelled.filter(({ name }) => RAISED.includes(name))).toHaveLength(RAISED.length);
    });

    test('the models are silent about the rate of exactly these', () => {
      const silent = modelled.filter(({ operation }) => modelRate(operation) === undefined);
      expect(silent.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_RATE).sort());
      for (const [name, rate] of Object.entries(WITHOUT_RATE))
        expect(tableRate(table.get(name)), name).toBe(rate);
    });
  },
);

describe('the operations table', () => {
  test('holds only numbers a token bucket can work with', () => {
    for (const { rate, burst, success } of OPERATIONS) {
      expect(rate).toBeGreaterThan(0);
      expect(Number.isInteger(burst) && burst >= 1).toBe(true);
      expect([200, 201, 202, 204]).toContain(success);
    }
  });

  test('asks for a restricted data token where personal data are read', () => {
    const restricted = OPERATIONS.filter((row) => row.restricted).map(
      (row) => `${row.api}.${row.id}`,
    );
    expect(restricted.sort()).toEqual([
      'merchant-fulfillment.cancelShipment',
      'merchant-fulfillment.createShipment',
      'merchant-fulfillment.getShipment',
      'orders-v0.getOrder',
      'orders-v0.getOrderAddress',
      'orders-v0.getOrderBuyerInfo',
      'orders-v0.getOrderItems',
      'orders-v0.getOrderItemsBuyerInfo',
      'orders-v0.getOrderRegulatedInfo',
      'orders-v0.getOrders',
      'reports.getReportDocument',
    ]);
  });
});

function pick<T>(read: (row: Operation) => T): Record<string, T> {
  return Object.fromEntries([...table].map(([name, row]) => [name, read(row)]));
}

function tableRate(row: Operation | undefined): string | undefined {
  return row && `${row.rate}/${row.burst}`;
}

function modelRate(operation: ModelOperation): string | undefined {
  const match = /\|\s*([\d.]+)\s*\|\s*(\d+)\s*\|/.exec(operation.description ?? '');
  return match ? `${Number(match[1])}/${match[2]}` : undefined;
}
