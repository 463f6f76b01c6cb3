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
  readonly children: ReactNode | ((answer: Answer, pending: boolean) => ReactNode);
  /** The place shows its own problems. */
  readonly withoutSummary?: boolean;
};

/**
 * A form for a server action. Without JavaScript it is an ordinary POST; with it, what was typed
 * stays when the answer is a refusal, and a lost connection is a message instead of a broken page.
 */
export function ActionForm<Answer extends FormAnswer>(props: ActionFormProps<Answer>) {
  const { action, initial, children, withoutSummary = false, ...form } = props;
  const [posted, post] = useActionState<Answer, FormData>(action, initial);
  const [latest, setLatest] = useState<Answer>();
  const [pending, startSending] = useTransition();
  const answer = latest ?? posted;

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    const native = event.nativeEvent;
    const submitter = native instanceof SubmitEvent ? native.submitter : null;
    const data = new FormData(event.currentTarget, submitter);
    startSending(async () => {
      const next = await answerOf(action, answer, data);
      startTransition(() => setLatest(next));
    });
  }

  return (
    <form noValidate {...form} action={post} onSubmit={send}>
      <Pending value={pending}>
        {!withoutSummary && <Problems problems={answer.problems} takesFocus />}
        {typeof children === 'function' ? children(answer, pending) : children}
      </Pending>
    </form>
  );
}

async function answerOf<Answer extends FormAnswer>(
  action: (previous: Awaited<Answer>, data: FormData) => Promise<Answer>,
  previous: Awaited<Answer>,
  data: FormData,
): Promise<Awaited<Answer>> {
  try {
    return await action(previous, data);
  } catch (error) {
    unstable_rethrow(error);
    return { ...previous, problems: [problem(failureCode(error))] };
  }
}

function failureCode(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error)) return 'page-outdated';
  return error instanceof TypeError ? 'connection-lost' : 'unexpected-failure';
}
