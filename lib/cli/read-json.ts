import type { z } from 'zod';

import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

/**
 * The file's content in the shape of `schema`; what does not fit is named by its path, below `root`
 * if there is one.
 */
export function readJson<Shape>(
  text: string,
  schema: z.ZodType<Shape>,
  root?: string,
): Result<Shape> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return refuse(problem('json-broken', { words: error instanceof Error ? error.message : '' }));
  }
  const read = schema.safeParse(parsed);
  if (read.success) return ok(read.data);
  const problems: Problem[] = read.error.issues.map(({ path, message }) =>
    problem('json-shape', { words: message }, [root ?? [], path].flat().join('.')),
  );
  return refuse(...problems);
}
