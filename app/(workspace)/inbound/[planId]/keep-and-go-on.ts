import type { ZodType } from 'zod';
import type { FormState } from '#lib/context';
import { act, type PageContext } from '#lib/context/server';
import type { Findings } from '#lib/inbound';
import type { Saved } from '#lib/inbound/server';
import { ok, type Problem, refuse, type Result } from '#lib/kernel';

/** What was kept of a form, and what of it still stands in the way. */
export type Kept = Saved & {
  /** what was found in it, for a form that tells while one goes on typing */
  readonly findings?: Findings;
  readonly problems: readonly Problem[];
};

type KeepAndGoOn<Input> = {
  readonly schema: ZodType<Input>;
  /** keeps what was typed, complete or not */
  readonly keep: (context: PageContext, input: Input) => Promise<Result<Kept>>;
  /** goes on from what was kept; absent for a draft */
  readonly goOn?: (context: PageContext, input: Input, kept: Saved) => Promise<Result<Saved>>;
  readonly next?: (input: Input) => string;
};

/**
 * Keeps a form first and goes on only when nothing stands in the way. Whatever the answer, it names
 * the version that was kept, so that mending and sending again does not clash with oneself.
 */
export async function keepAndGoOn<Input>(
  form: FormData,
  { schema, keep, goOn, next }: KeepAndGoOn<Input>,
): Promise<FormState> {
  let held: Kept | undefined;
  const verb = async (context: PageContext, input: Input): Promise<Result<Saved>> => {
    const kept = await keep(context, input);
    if (!kept.ok) return kept;
    held = kept.value;
    if (kept.value.problems.length > 0) return refuse(...kept.value.problems);
    return goOn ? goOn(context, input, kept.value) : ok(kept.value);
  };
  const answer = await act(form, {
    schema,
    verb,
    ...(next && { next: (_: Saved, input: Input) => next(input) }),
  });
  if (held === undefined || answer.saved) return answer;
  const { version, findings } = held;
  return { ...answer, saved: { version, at: Date.now() }, warnings: findings?.blocking ?? [] };
}
