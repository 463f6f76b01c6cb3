'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAccount } from '#lib/context/server';
import { LOCALES } from '#lib/i18n';
import type { Problem } from '#lib/kernel';
import { isNoticeKind } from '#lib/notices';
import {
  addChannel,
  confirmChannel,
  removeChannel,
  renewSecret,
  setKinds,
  testChannel,
} from '#lib/notices/server';
import { post } from '#lib/post/server';
import type { ChannelAnswer } from './answer.ts';

const HERE = '/settings/notifications';

const New = z.object({
  channel: z.enum(['email', 'webhook']),
  target: z.string().max(3_000),
  locale: z.enum(LOCALES),
});

export async function add(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const account = await openAccount();
  const made = await addChannel(account, post(), New.parse(Object.fromEntries(form)));
  if (!made.ok) return { problems: made.problems };
  revalidatePath(HERE);
  return answerOf([], made.value.secret);
}

const Named = z.object({ channelId: z.string(), code: z.string().max(40).default('') });

function namedIn(form: FormData): z.infer<typeof Named> {
  return Named.parse(Object.fromEntries(form));
}

/** The code of the test message. */
export async function confirm(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const done = await confirmChannel(await openAccount(), namedIn(form));
  if (!done.ok) return { problems: done.problems };
  revalidatePath(HERE);
  redirect(HERE);
}

export async function sendTest(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const done = await testChannel(await openAccount(), namedIn(form).channelId);
  if (!done.ok) return { problems: done.problems };
  revalidatePath(HERE);
  return { problems: [], isTestSent: true };
}

/** The new secret is told in the answer, and nowhere else. */
export async function renew(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const done = await renewSecret(await openAccount(), namedIn(form).channelId);
  return done.ok ? answerOf([], done.value.secret) : { problems: done.problems };
}

export async function remove(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const done = await removeChannel(await openAccount(), namedIn(form).channelId);
  if (!done.ok) return { problems: done.problems };
  revalidatePath(HERE);
  redirect(HERE);
}

/** Every channel is named in the form, also one of which nothing is ticked. */
export async function chooseKinds(_: ChannelAnswer, form: FormData): Promise<ChannelAnswer> {
  const wanted = new Map(
    texts(form, 'channel').map((id) => [id, texts(form, id).filter(isNoticeKind)] as const),
  );
  const done = await setKinds(await openAccount(), wanted);
  if (!done.ok) return { problems: done.problems };
  revalidatePath(HERE);
  return { problems: [], isSaved: true };
}

function texts(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

function answerOf(problems: readonly Problem[], secret: string | undefined): ChannelAnswer {
  return { problems, ...(secret !== undefined && { secret }) };
}
