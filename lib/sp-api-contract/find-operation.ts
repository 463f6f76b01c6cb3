import { type Operation, OPERATIONS } from './operations.ts';

export type FoundOperation = {
  readonly operation: Operation;
  /** Path parameters, percent-decoded once. */
  readonly parameters: Readonly<Record<string, string>>;
};

/**
 * Finds the operation that answers a method and a path (without query), with its path parameters.
 * A path with an empty or wrongly encoded parameter belongs to no operation.
 */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  const segments = path.split('/');
  const candidates = BY_SHAPE.get(`${method} ${segments.length}`) ?? [];
  let best: { readonly operation: Operation; readonly literal: number } | undefined;
  for (const { operation, parts } of candidates) {
    if (!parts.every((part, index) => fits(part, segments[index]))) continue;
    const literal = parts.filter((part) => !isParameter(part)).length;
    if (!best || literal > best.literal) best = { operation, literal };
  }
  if (!best) return undefined;
  const parameters = read(best.operation.path, segments);
  return parameters && { operation: best.operation, parameters };
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

function fits(part: string, segment: string | undefined): boolean {
  return isParameter(part) ? segment !== '' : part === segment;
}

function read(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.split('/').entries()) {
    if (!isParameter(part)) continue;
    const value = decode(segments[index] ?? '');
    if (value === undefined) return undefined;
    parameters[part.slice(1, -1)] = value;
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
