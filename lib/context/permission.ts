import { type Act, mayDo } from '#lib/auth';
import { problem, type Problem } from '#lib/kernel';
import type { Context } from './context.ts';

/** Why the context's actor may not do this; undefined when they may. */
export function forbidden(context: Pick<Context, 'actor'>, act: Act): Problem | undefined {
  const { role } = context.actor;
  return mayDo(role, act) ? undefined : problem('not-allowed', { act, role });
}
