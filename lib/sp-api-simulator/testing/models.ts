import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

import type { Operation } from '#lib/sp-api-contract';

const FILES: Readonly<Record<string, string>> = {
  inbound: 'fulfillmentInbound_2024-03-20',
  'inbound-v0': 'fulfillmentInboundV0',
  listings: 'listingsItems_2021-08-01',
  restrictions: 'listingsRestrictions_2021-08-01',
  definitions: 'definitionsProductTypes_2020-09-01',
  catalog: 'catalogItems_2022-04-01',
  inventory: 'fbaInventory',
  eligibility: 'fbaInbound',
  orders: 'orders_2026-01-01',
  'orders-v0': 'ordersV0',
  feeds: 'feeds_2021-06-30',
  reports: 'reports_2021-06-30',
  tokens: 'tokens_2021-03-01',
  sellers: 'sellers',
  'merchant-fulfillment': 'merchantFulfillmentV0',
  fees: 'productFeesV0',
  notifications: 'notifications',
};

/** Where Amazon's published models are; undefined where they are not. */
export function modelsFolder(): string | undefined {
  const folder =
    process.env['SP_API_MODELS'] ??
    new URL('../../../../shared/sp-api-models', import.meta.url).pathname;
  const found = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.json'));
  return found ? folder : undefined;
}

type Check = (operation: Operation, status: number, body: unknown) => string | undefined;

/** What is wrong with an answer by Amazon's own model; undefined when nothing is. */
export function modelCheck(folder: string): Check {
  const validators = new Map<string, ReturnType<AjvDraft04['compile']> | 'no body'>();
  const apis = new Map<string, { ajv: AjvDraft04; model: Model }>();
  return (operation, status, body) => {
    const key = `${operation.api} ${operation.id} ${status}`;
    const validator = validators.get(key) ?? compile(apis, folder, operation, status);
    if (typeof validator === 'string' && validator !== 'no body') return validator;
    validators.set(key, validator);
    if (validator === 'no body')
      return body === undefined ? undefined : 'a body where none belongs';
    if (validator(body)) return undefined;
    return JSON.stringify(validator.errors?.slice(0, 3));
  };
}

type Model = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId?: string;
            readonly parameters?: readonly {
              readonly name?: string;
              readonly in?: string;
              readonly required?: boolean;
            }[];
            readonly responses?: Readonly<Record<string, { readonly schema?: object }>>;
          }
        >
      >
    >
  >;
};

function compile(
  apis: Map<string, { ajv: AjvDraft04; model: Model }>,
  folder: string,
  operation: Operation,
  status: number,
) {
  const { ajv, model } = apis.get(operation.api) ?? load(folder, operation.api);
  apis.set(operation.api, { ajv, model });
  const found = Object.values(model.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === operation.id);
  const response = found?.responses?.[String(status)];
  if (!response) return `the model knows no status ${status} for ${operation.id}`;
  if (!response.schema) return 'no body';
  return ajv.compile(rebase(response.schema) as object);
}

/** One of Amazon's models, as it is. */
export function modelFile(folder: string, api: string): Model {
  const file = join(folder, `${FILES[api] ?? api}.json`);
  const known = read.get(file);
  const model = known ?? (JSON.parse(readFileSync(file, 'utf8')) as Model);
  read.set(file, model);
  return model;
}

const read = new Map<string, Model>();

function load(folder: string, api: string): { ajv: AjvDraft04; model: Model } {
  const model = modelFile(folder, api);
  const ajv = new AjvDraft04({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('bigdecimal', true);
  ajv.addSchema(rebase(model) as object, 'model');
  return { ajv, model };
}

function rebase(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rebase);
  if (schema === null || typeof schema !== 'object') return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? `model${value}`
        : rebase(value),
    ]),
  );
}
