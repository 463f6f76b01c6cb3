import { z } from 'zod';

import { type Answer, badRequest } from './answer.ts';
import type { Seller } from './entities.ts';
import type { Turn } from './turn.ts';

/** A request that has passed the gate: who calls, which operation, what it says. */
export type RawCall = {
  readonly seller: Seller;
  /** What a restricted data token lets this call see; absent with an ordinary token. */
  readonly dataElements?: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly bodyText: string;
  readonly origin: string;
  readonly header: (name: string) => string | null;
};

export type Call<Query, Body> = Omit<RawCall, 'query' | 'bodyText'> & {
  readonly query: Query;
  readonly body: Body;
  /** The query without paging: what a page token is bound to. */
  readonly filters: string;
};

export type Handler = {
  readonly api: string;
  readonly id: string;
  readonly run: (turn: Turn, call: RawCall) => Answer;
};

type Shape<Query, Body> = {
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** Amazon takes an absent body for an empty one here. */
  readonly bodyMayBeMissing?: boolean;
};

/** An operation of the simulator: what it reads and what it answers. */
export function handler<Query = unknown, Body = unknown>(
  api: string,
  id: string,
  shape: Shape<Query, Body>,
  act: (turn: Turn, call: Call<Query, Body>) => Answer,
): Handler {
  const query = shape.query ?? (z.unknown() as z.ZodType<Query>);
  return {
    api,
    id,
    run: (turn, raw) => {
      const readQuery = query.safeParse(Object.fromEntries(raw.query));
      if (!readQuery.success) return badRequest(api, sayIssues(readQuery.error));
      const body = readBody(shape, raw.bodyText);
      if ('problem' in body) return badRequest(api, body.problem);
      return act(turn, {
        ...raw,
        query: readQuery.data,
        body: body.value,
        filters: filtersOf(raw.query),
      });
    },
  };
}

function readBody<Query, Body>(
  shape: Shape<Query, Body>,
  text: string,
): { readonly value: Body } | { readonly problem: string } {
  if (!shape.body) return { value: undefined as Body };
  const missing = text.trim() === '';
  if (missing && !shape.bodyMayBeMissing) return { problem: 'Request body is required.' };
  let json: unknown;
  try {
    json = missing ? {} : JSON.parse(text);
  } catch {
    return { problem: 'Request body is not valid JSON.' };
  }
  const read = shape.body.safeParse(json);
  return read.success ? { value: read.data } : { problem: sayIssues(read.error) };
}

function sayIssues(error: z.ZodError): string {
  const issues = error.issues.slice(0, 10).map((issue) => {
    const where = issue.path.map(String).join('.') || 'request';
    return `Value at '${where}' failed to satisfy constraint: ${issue.message}`;
  });
  const count = error.issues.length;
  return `${count} validation error${count === 1 ? '' : 's'} detected: ${issues.join('; ')}`;
}

const PAGING = new Set(['paginationToken', 'pageSize', 'nextToken', 'NextToken', 'pageToken']);

function filtersOf(query: ReadonlyMap<string, readonly string[]>): string {
  return JSON.stringify(
    [...query].filter(([name]) => !PAGING.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const values = z.array(z.string());

/** A query parameter that stands once. */
export const one = values.transform((all) => all[0] ?? '');

/** A whole number in a range. */
export function whole(min: number, max: number) {
  return one.pipe(
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
  );
}

/** One of a few words. */
export function word<const T extends readonly [string, ...string[]]>(words: T) {
  return one.pipe(z.enum(words));
}

/** A list, comma-joined or repeated, encoded once or with its commas encoded too. */
export function list(max: number) {
  return values
    .transform((all) => all.flatMap((each) => each.split(',')).filter((each) => each !== ''))
    .pipe(z.array(z.string()).min(1).max(max));
}

export function listOf<const T extends readonly [string, ...string[]]>(words: T) {
  return list(100).pipe(z.array(z.enum(words)));
}
