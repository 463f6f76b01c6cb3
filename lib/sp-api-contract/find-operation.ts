import { type Operation, OPERATIONS } from './operations.ts';

export type FoundOperation = {
  readonly operation: Operation;
  /** Path parameters, percent-decoded once. */
  readonly parameters: Readonly<Record<string, string>>;
};

/** Finds the operation that answers a method and a path (without query), with its path parameters. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  const segments = path.split('/');
  const candidates = BY_SHAPE.get(`${method} ${segments.length}`) ?? [];
  let best: { readonly operation: Operation; readonly literal: number } | undefined;
  for (const { operation, parts } of candidates) {
    if (!parts.every((part, index) => isParameter(part) || part === segments[index])) continue;
    const literal = parts.filter((part) => !isParameter(part)).length;
    if (!best || literal > best.literal) best = { operation, literal };
  }
  return best && { operation: best.operation, parameters: read(best.operation.path, segments) };
}

/** The operation of that name; several APIs share names, so both are needed. */
export function operationOf(api: string, id: string): Operation {
  const operation = BY_NAME.get(`${api} ${id}`);
  if (!operation) throw new Error(`no operation ${api} ${id}`);
  return operation;
}

const BY_NAME = new Map(
  OPERATIONS.map((operation) => [`${operation.api} ${operation.id}`, operation]),
);
const BY_SHAPE = group();

function group(): Map<string, { operation: Operation; parts: readonly string[] }[]> {
  const shapes = new Map<string, { operation: Operation; parts: readonly string[] }[]>();
  for (const operation of OPERATIONS) {
    const parts = operation.path.split('/');
    const key = `${operation.method} ${parts.length}`;
    shapes.set(key, [...(shapes.get(key) ?? []), { operation, parts }]);
  }
  return shapes;
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}

function read(template: string, segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  template.split('/').forEach((part, index) => {
    if (isParameter(part))
      parameters[part.slice(1, -1)] = decodeURIComponent(segments[index] ?? '');
  });
  return parameters;
}
