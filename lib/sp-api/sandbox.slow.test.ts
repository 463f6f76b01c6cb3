import { findOperation } from '#lib/sp-api-contract';
import {
  findModels,
  type Model,
  type ModelOperation,
  operationsOf,
  parametersOf,
  type SandboxCase,
  WITHOUT_MODELS,
} from '#lib/sp-api-contract/testing';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

import type { AmazonAnswer, Gateway } from './index.ts';
import { ENDPOINT, fakeAmazon, json } from './testing/fake-amazon.ts';

type Methods = Readonly<Record<string, (parameters: object) => Promise<AmazonAnswer<unknown>>>>;

const ROOMS = {
  inbound: 'inbound',
  'inbound-v0': 'inboundV0',
  listings: 'listings',
  catalog: 'catalog',
  eligibility: 'eligibility',
  reports: 'reports',
  sellers: 'sellers',
} as const satisfies Record<string, keyof Gateway>;

// Examples of Amazon's that its own models refuse (models of 2026-08-05). They must be read all the
// same: minutes without seconds are what Amazon sends in earnest too (#4102, #4634).
const BROKEN: Readonly<Record<string, string>> = {
  'inbound.getShipment 200 #1': 'times without seconds',
  'inbound.getShipment 200 #2': 'times without seconds',
  'inbound-v0.getShipments 200 #1': 'AreCasesRequired is missing',
};

// Sent with an empty ASIN, the path is another operation's: no such call leaves the house.
const UNADDRESSABLE = 'catalog.getCatalogItem 400 #1';

// Their models ask for nothing that must be in the answer.
const NOTHING_ASKED = [
  'inbound.listInboundPlans',
  'inbound.listItemComplianceDetails',
  'reports.cancelReport',
  'reports.cancelReportSchedule',
];

type Replay = {
  readonly name: string;
  readonly room: keyof typeof ROOMS;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly model: Model;
  readonly operation: ModelOperation;
  readonly example: SandboxCase;
};

const models = findModels();
const replays = (Object.keys(ROOMS) as (keyof typeof ROOMS)[]).flatMap(replaysOf);

function replaysOf(room: keyof typeof ROOMS): Replay[] {
  const model = models?.get(room);
  if (!model) return [];
  return operationsOf(model)
    .filter(({ id }) => room !== 'sellers' || id === 'getMarketplaceParticipations')
    .flatMap(({ id, method, path, operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        (response['x-amzn-api-sandbox']?.static ?? []).map((example, at) => ({
          name: `${room}.${id} ${status} #${at + 1}`,
          room,
          id,
          method,
          path,
          status: Number(status),
          model,
          operation,
          example,
        })),
      ),
    );
}

/** The example's parameters under the names of the typed package; what is required is made up. */
function parametersFor({ model, operation, example }: Replay): Record<string, unknown> {
  const given = example.request?.parameters ?? {};
  return Object.fromEntries(
    parametersOf(model, operation).flatMap((parameter) => {
      const value = given[parameter.name]?.value ?? madeUp(parameter);
      const name = parameter.name.charAt(0).toLowerCase() + parameter.name.slice(1);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function madeUp(parameter: { required?: boolean; in: string; type?: string }): unknown {
  if (parameter.required !== true) return undefined;
  if (parameter.in === 'body') return {};
  return parameter.type === 'array' ? ['ATVPDKIKX0DER'] : 'made-up';
}

async function replay(one: Replay, response = one.example.response) {
  const fake = fakeAmazon(() => json(one.status, response));
  const room: unknown = fake.gateway[ROOMS[one.room]];
  const ask = (room as Methods)[one.id];
  if (!ask) throw new Error(`${one.name} has no method`);
  return { ...fake, answer: await ask(parametersFor(one)) };
}

function codesIn(response: unknown): string[] {
  const body = response as { errors?: readonly { code?: string }[] } | undefined;
  return (body?.errors ?? []).map((error) => error.code ?? 'unknown');
}

describe.skipIf(models === undefined)(`Amazon’s own examples (or ${WITHOUT_MODELS})`, () => {
  test('are many', () => {
    expect(replays.length).toBeGreaterThan(140);
    expect(replays.filter(({ room }) => room === 'inbound')).toHaveLength(97);
  });

  test.each(replays.filter(({ status }) => status < 300))(
    '$name is asked for as the model says, and read',
    async (one) => {
      const { answer, heard } = await replay(one);
      expect(answer).toMatchObject({ ok: true });
      expect(answer.ok && answer.value).toEqual(one.example.response);
      const url = new URL(heard[0]?.url ?? '');
      expect(heard).toHaveLength(1);
      expect(url.origin).toBe(ENDPOINT);
      expect(heard[0]?.method).toBe(one.method);
      expect(findOperation(one.method, url.pathname)?.operation.path).toBe(one.path);
      const given = one.example.request?.parameters ?? {};
      for (const { name, in: place } of parametersOf(one.model, one.operation)) {
        const value = given[name]?.value;
        if (value === undefined) continue;
        if (place === 'body') expect(JSON.parse(heard[0]?.body ?? '')).toEqual(value);
        if (place === 'query') expect(url.searchParams.getAll(name).join(',')).toBe(text(value));
        if (place === 'path') expect(heard[0]?.url).toContain(encodeURIComponent(text(value)));
      }
    },
  );

  test.each(replays.filter(({ status, name }) => status >= 400 && name !== UNADDRESSABLE))(
    '$name comes to light with its code',
    async (one) => {
      const { answer } = await replay(one);
      if (answer.ok) throw new Error('an error was read as an answer');
      expect(answer.failure.messages.map(({ code }) => code)).toEqual(
        codesIn(one.example.response),
      );
      expect(answer.failure.messages.length).toBeGreaterThan(0);
      expect(answer.failure.status).toBe(one.status);
      expect(answer.failure.kind).toBe(kindOf(one.status));
    },
  );

  test('the one without an id is refused before it is sent', async () => {
    const one = replays.find(({ name }) => name === UNADDRESSABLE);
    if (!one) throw new Error(UNADDRESSABLE);
    const { answer, heard } = await replay(one);
    expect(answer).toMatchObject({ failure: { messages: [{ code: 'unaddressable' }] } });
    expect(heard).toHaveLength(0);
  });

  test('a surprise in their place is refused, but where nothing is asked', async () => {
    const unasked: string[] = [];
    for (const one of replays.filter(({ status }) => status < 204)) {
      const { answer } = await replay(one, { surprise: true });
      if (answer.ok) unasked.push(`${one.room}.${one.id}`);
      else expect(answer.failure.kind, one.name).toBe('unexpected-answer');
    }
    expect([...new Set(unasked)].sort()).toEqual(NOTHING_ASKED);
  });

  test('those that break their own model are known by name', () => {
    const refused = replays.filter((one) => one.status < 300 && !isValid(one));
    expect(refused.map(({ name }) => name).sort()).toEqual(Object.keys(BROKEN).sort());
  });
});

function text(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function kindOf(status: number): string {
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403) return 'unauthorized';
  return status >= 500 ? 'unavailable' : 'rejected';
}

const validators = new Map<Model, Ajv>();

function isValid({ model, operation, status, example, path, method }: Replay): boolean {
  if (!operation.responses[status]?.schema) return true;
  let ajv = validators.get(model);
  if (!ajv) {
    ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addFormat('biguint64', true);
    ajv.addSchema(model, 'model');
    validators.set(model, ajv);
  }
  const place = ['paths', path, method.toLowerCase(), 'responses', status, 'schema']
    .map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`model#/${place}`);
  if (!validate) throw new Error(`no schema at ${place}`);
  return validate(example.response) === true;
}
