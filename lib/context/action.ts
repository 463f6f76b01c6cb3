import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ZodType } from 'zod';
import { problem, type Problem, refuse, type Result } from '#lib/kernel';
import type { FormState } from './form-state.ts';
import { formValues } from './form.ts';
import { openContext, type PageContext } from './open.ts';

type Act<Input, Output> = {
  readonly schema: ZodType<Input>;
  readonly verb: (context: PageContext, input: Input) => Promise<Result<Output>>;
  /** where to go when it went well; absent means to stay */
  readonly next?: (output: Output, input: Input) => string | undefined;
  /** a refusal brings what was typed back; never for a form with secrets */
  readonly keepsTyped?: boolean;
};

/** From a sent form to what the form then shows: session, parse, verb, and where to go. */
export async function act<Input, Output>(
  form: FormData,
  { schema, verb, next, keepsTyped = false }: Act<Input, Output>,
): Promise<FormState> {
  const context = await openContext();
  const parsed = schema.safeParse(formValues(form));
  const outcome = parsed.success
    ? await verb(context, parsed.data)
    : refuse(...parsed.error.issues.map(asProblem));
  if (!outcome.ok) {
    return { problems: outcome.problems, ...(keepsTyped && { entered: textsOf(form) }) };
  }
  const input = parsed.data as Input;
  const path = next?.(outcome.value, input);
  if (path !== undefined) {
    // What stands around the step shows the plan too; unless told, Next answers with the step alone,
    // and with what the browser has kept of it when the address stays the same.
    revalidatePath('/', 'layout');
    redirect(path);
  }
  return { problems: [], ...keptOf(outcome.value, context.clock.now()) };
}

function textsOf(form: FormData): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) texts[name] = value;
  }
  return texts;
}

function asProblem(issue: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): Problem {
  const at = issue.path.map(String).join('.');
  // A schema may name a code of the catalogue as its message; the rest is a form that was bent.
  const code = /^[a-z]+(-[a-z0-9]+)+$/.test(issue.message) ? issue.message : 'field-not-readable';
  return problem(code, { field: at }, at);
}

function keptOf(output: unknown, at: number): Partial<FormState> {
  if (typeof output !== 'object' || output === null) return { saved: { at } };
  const { version, findings } = output as {
    readonly version?: number;
    readonly findings?: {
      readonly blocking: readonly Problem[];
      readonly warnings: readonly Problem[];
    };
  };
  return {
    saved: { ...(version === undefined ? {} : { version }), at },
    ...(findings ? { warnings: [...findings.blocking, ...findings.warnings] } : {}),
  };
}
