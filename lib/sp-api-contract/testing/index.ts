// Amazon's published models, for tests: read from the folder in SP_API_MODELS or beside the
// repository. Without them tests skip and say so; in CI they fail.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
};

export type SandboxCase = {
  readonly request?: { readonly parameters?: Readonly<Record<string, { value?: unknown }>> };
  readonly response?: unknown;
};

export type ModelParameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly required?: boolean;
  readonly type?: string;
  readonly collectionFormat?: string;
};

export type ModelResponse = {
  readonly schema?: Schema;
  readonly 'x-amzn-api-sandbox'?: { readonly static?: readonly SandboxCase[] };
};

export type ModelOperation = {
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters?: readonly (ModelParameter | { readonly $ref: string })[];
  readonly responses: Readonly<Record<string, ModelResponse>>;
};

export type Model = {
  readonly basePath?: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, ModelOperation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly parameters?: Readonly<Record<string, ModelParameter>>;
};

/** The model file of each api in the operations table. */
export const MODEL_FILES: Readonly<Record<string, string>> = {
  inbound: 'fulfillmentInbound_2024-03-20.json',
  'inbound-v0': 'fulfillmentInboundV0.json',
  listings: 'listingsItems_2021-08-01.json',
  restrictions: 'listingsRestrictions_2021-08-01.json',
  definitions: 'definitionsProductTypes_2020-09-01.json',
  catalog: 'catalogItems_2022-04-01.json',
  inventory: 'fbaInventory.json',
  eligibility: 'fbaInbound.json',
  orders: 'orders_2026-01-01.json',
  'orders-v0': 'ordersV0.json',
  feeds: 'feeds_2021-06-30.json',
  reports: 'reports_2021-06-30.json',
  tokens: 'tokens_2021-03-01.json',
  sellers: 'sellers.json',
  'merchant-fulfillment': 'merchantFulfillmentV0.json',
  fees: 'productFeesV0.json',
  notifications: 'notifications.json',
};

export const WITHOUT_MODELS = 'skipped without Amazon’s models: set SP_API_MODELS to their folder';

/** Amazon's models by api, or undefined where they are not at hand. */
export function findModels(): ReadonlyMap<string, Model> | undefined {
  const folder = process.env['SP_API_MODELS'] ?? join(process.cwd(), '../shared/sp-api-models');
  if (!existsSync(folder) || !readdirSync(folder).includes('sellers.json')) {
    if (process.env['CI']) throw new Error(`Amazon's models are not in ${folder}`);
    return undefined;
  }
  return new Map(
    Object.entries(MODEL_FILES).map(([api, file]) => [
      api,
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Model,
    ]),
  );
}

/** Every operation of a model, with its method and path. */
export function operationsOf(
  model: Model,
): { id: string; method: string; path: string; operation: ModelOperation }[] {
  return Object.entries(model.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation.operationId === undefined
        ? []
        : [{ id: operation.operationId, method: method.toUpperCase(), path, operation }],
    ),
  );
}

/** A schema with its reference followed. */
export function resolve(model: Model, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').pop();
  return name === undefined ? schema : resolve(model, model.definitions[name]);
}

export function parametersOf(model: Model, operation: ModelOperation): ModelParameter[] {
  return (operation.parameters ?? []).flatMap((parameter) => {
    if (!('$ref' in parameter)) return [parameter];
    const shared = model.parameters?.[parameter.$ref.split('/').pop() ?? ''];
    return shared ? [shared] : [];
  });
}
