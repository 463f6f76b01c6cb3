import type { Operation } from '#lib/sp-api-contract';

import { modelFile, modelsFolder } from './models.ts';

/** One of the examples that Amazon's models carry for their sandbox. */
export type Example = {
  readonly status: number;
  /** Whether it names every query parameter that its own model requires. */
  readonly complete: boolean;
  readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
  readonly response: unknown;
};

type Sandbox = {
  readonly 'x-amzn-api-sandbox'?: {
    readonly static?: readonly {
      readonly request: { readonly parameters?: Example['parameters'] };
      readonly response?: unknown;
    }[];
  };
};

export function examplesOf(operation: Operation): Example[] {
  const { paths } = modelFile(modelsFolder() ?? '', operation.api);
  const found = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === operation.id);
  const required = (found?.parameters ?? []).flatMap((parameter) =>
    parameter.in === 'query' && parameter.required === true ? [parameter.name ?? ''] : [],
  );
  return Object.entries(found?.responses ?? {}).flatMap(([status, response]) => {
    const cases = (response as Sandbox)['x-amzn-api-sandbox']?.static ?? [];
    return cases.map(({ request, response: body }) => ({
      status: Number(status),
      complete: required.every((name) => name in (request.parameters ?? {})),
      parameters: request.parameters ?? {},
      response: body,
    }));
  });
}

export function requestOf(operation: Operation, example: Example, token: string): Request {
  const parameters = new Map(Object.entries(example.parameters));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters.get(name)?.value;
    parameters.delete(name);
    return encodeURIComponent(typeof value === 'string' ? value : 'none');
  });
  const body =
    parameters.get('body') ?? [...parameters.values()].find(({ value }) => isObject(value));
  const query = new URLSearchParams();
  for (const [name, { value }] of parameters) {
    if (isObject(value) || name === 'body') continue;
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    if (name === 'mskus') for (const each of values) query.append(name, each);
    else query.set(name, values.join(','));
  }
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return new Request(`https://api.test${path}${search}`, {
    method: operation.method,
    headers: { 'x-amz-access-token': token, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body.value) } : {}),
  });
}

function isObject(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Every place in a JSON value with the kind of thing that stands there. */
export function shapeOf(value: unknown, place = ''): Map<string, string> {
  const shape = new Map<string, string>();
  if (value === null || value === undefined) return shape;
  if (Array.isArray(value)) {
    shape.set(place, 'array');
    for (const each of value)
      for (const [where, kind] of shapeOf(each, `${place}[]`)) shape.set(where, kind);
  } else if (typeof value === 'object') {
    shape.set(place, 'object');
    for (const [name, each] of Object.entries(value))
      for (const [where, kind] of shapeOf(each, `${place}.${name}`)) shape.set(where, kind);
  } else shape.set(place, typeof value);
  return shape;
}
