'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import {
  beginConsent,
  CONNECTION_COOKIE,
  connectionsOf,
  connectAmazon,
  createPracticeConnection,
  forbidden,
  openAccount,
  setStopped,
} from '#lib/context/server';
import { marketplaceById, problem } from '#lib/kernel';
import { connectingOf, publicOrigin } from '../../../connecting.ts';

const Practice = z.object({ name: z.string().trim().min(1).max(60), marketplaceId: z.string() });
const Amazon = z.object({
  name: z.string().trim().min(1).max(60),
  region: z.enum(['NA', 'EU', 'FE']),
  sellerId: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{8,20}$/),
  clientId: z.string().trim().min(1).max(500),
  clientSecret: z.string().trim().min(1).max(500),
  refreshToken: z.string().trim().min(1).max(3_000),
});
const Chosen = z.object({ connectionId: z.string() });

/** Which account the browser works with from now on. */
export async function chooseConnection(form: FormData): Promise<void> {
  const account = await openAccount();
  const { connectionId } = Chosen.parse(Object.fromEntries(form));
  const known = await connectionsOf(account.db, account.workspaceId);
  if (known.some(({ id }) => id === connectionId)) await remember(connectionId);
  redirect('/');
}

export async function addPractice(_: FormState, form: FormData): Promise<FormState> {
  const { db, actor, workspaceId } = await openAccount();
  const notAllowed = forbidden({ actor }, 'manage-connections');
  if (notAllowed) return { problems: [notAllowed] };
  const input = Practice.safeParse(Object.fromEntries(form));
  if (!input.success) return { problems: [problem('required', {}, 'name')] };
  const { name, marketplaceId } = input.data;
  if (!marketplaceById(marketplaceId)) {
    return { problems: [problem('required', {}, 'marketplaceId')] };
  }
  const id = await createPracticeConnection(db, {
    workspaceId,
    actor,
    name,
    marketplaceIds: [marketplaceId],
  });
  await remember(id);
  redirect('/listings');
}

export async function addAmazon(_: FormState, form: FormData): Promise<FormState> {
  const { db, actor, workspaceId } = await openAccount();
  const input = Amazon.safeParse(Object.fromEntries(form));
  if (!input.success) {
    return {
      problems: input.error.issues.map(({ path }) => problem('required', {}, path.join('.'))),
    };
  }
  const made = await connectAmazon(db, actor, workspaceId, input.data);
  if (!made.ok) return { problems: made.problems };
  await remember(made.value.connectionId);
  redirect('/listings');
}

const Consent = z.object({
  kind: z.enum(['practice', 'amazon']),
  name: z.string().trim().min(1).max(60),
  marketplaceId: z.string(),
});

/** Sends the seller to the page on which an account lets Firstleg in. */
export async function authorise(_: FormState, form: FormData): Promise<FormState> {
  const account = await openAccount();
  const input = Consent.safeParse(Object.fromEntries(form));
  if (!input.success) {
    return {
      problems: input.error.issues.map(({ path }) => problem('required', {}, path.join('.'))),
    };
  }
  const origin = await publicOrigin();
  const begun = await beginConsent(connectingOf(account), { ...input.data, origin });
  if (!begun.ok) return { problems: begun.problems };
  redirect(begun.value.url);
}

const Switch = z.object({ connectionId: z.string(), stop: z.enum(['yes', 'no']) });

/** The cord that halts every write to Amazon, and lets go again. */
export async function stopOrResume(form: FormData): Promise<void> {
  const { db, actor, workspaceId } = await openAccount();
  const { connectionId, stop } = Switch.parse(Object.fromEntries(form));
  await setStopped(db, actor, { id: connectionId, workspaceId }, stop === 'yes');
  revalidatePath('/', 'layout');
}

async function remember(connectionId: string): Promise<void> {
  (await cookies()).set(CONNECTION_COOKIE, connectionId, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 365 * 24 * 60 * 60,
  });
}
