'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import {
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useState,
  useTransition,
} from 'react';

import { type Problem, problem } from '#lib/kernel';

import { Problems } from './problems.tsx';
import { Pending } from './ui/pending.ts';

/** What an action answers when it does not redirect. */
export type FormAnswer = { readonly problems: readonly Problem[] };

type ActionFormProps<Answer extends FormAnswer> = Omit<
  ComponentProps<'form'>,
  'action' | 'children' | 'onSubmit'
> & {
  readonly action: (previous: Awaited<Answer>, data: FormData) => Promise<Answer>;
  readonly initial: Awaited<Answer>;
  /** The fields, given the last answer and whether the next is under way. */
  readonly children: ReactNode | ((answer: Awaited<Answer>, pending: boolean) => ReactNode);
  /** Runs before the form is sent, on what will be sent: a draft under way is waited for. */
  readonly prepare?: (data: FormData) => Promise<void>;
  /** The place shows its own problems. */
  readonly withoutSummary?: boolean;
  /** Tells the ids of its fields from those of other forms on the page; the fields take it too. */
  readonly scope?: string;
};

/**
 * A form for a server action. Without JavaScript it is an ordinary POST; with it, what was typed
 * stays when the answer is a refusal, and a lost connection is a message instead of a broken page.
 */
export function ActionForm<Answer extends FormAnswer>(props: ActionFormProps<Answer>) {
  const { action, initial, children, prepare, withoutSummary = false, scope, ...form } = props;
  const [posted, post] = useActionState<Answer, FormData>(action, initial);
  const [latest, setLatest] = useState<Awaited<Answer>>();
  const [failure, setFailure] = useState<readonly Problem[]>();
  const [pending, startSending] = useTransition();
  const answer = latest ?? posted;

  async function ask(data: FormData): Promise<void> {
    try {
      await prepare?.(data);
      // An answer is a plain value; TypeScript cannot tell that of a type parameter.
      const next = (await action(answer, data)) as Awaited<Answer>;
      startTransition(() => {
        setLatest(() => next);
        setFailure(undefined);
      });
    } catch (error) {
      // Redirects travel as errors; only what is a failure stays here.
      unstable_rethrow(error);
      startTransition(() => setFailure([problem(failureCode(error))]));
    }
  }

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    const native = event.nativeEvent;
    const submitter = native instanceof SubmitEvent ? native.submitter : null;
    const data = new FormData(event.currentTarget, submitter);
    startSending(() => ask(data));
  }

  return (
    <form noValidate {...form} action={post} onSubmit={send}>
      <Pending value={pending}>
        {!withoutSummary && (
          <Problems
            problems={failure ?? answer.problems}
            takesFocus
            {...(scope !== undefined && { scope })}
          />
        )}
        {typeof children === 'function' ? children(answer, pending) : children}
      </Pending>
    </form>
  );
}

function failureCode(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error)) return 'page-outdated';
  return error instanceof TypeError ? 'connection-lost' : 'unexpected-failure';
}
