import { randomUUID } from 'node:crypto';
import { vault } from '#lib/auth/server';
import { type ConsentAttempt, type Db, toJson } from '#lib/db';
import type { AmazonApp } from '#lib/env';
import {
  type Clock,
  marketplaceById,
  MINUTE,
  ok,
  problem,
  type Problem,
  refuse,
  type Result,
  sellerCentralOf,
} from '#lib/kernel';
import { consentUrl, exchangeCode } from '#lib/sp-api';
import { connectAmazon, connectPractice } from './connections.ts';
import type { Actor } from './context.ts';
import { TOKEN_ENDPOINT } from './gateways.ts';
import { forbidden } from './permission.ts';
import { PRACTICE_ENDPOINT, practiceAmazon } from './practice.ts';

/** Who is connecting, in which browser. */
export type Connecting = {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly sessionId: string;
  /** The application that sellers authorise at Amazon; absent where none was set up. */
  readonly app: AmazonApp | undefined;
};

export type ConsentInput = {
  readonly kind: 'practice' | 'amazon';
  readonly name: string;
  readonly marketplaceId: string;
  /** The address people reach this installation under: https://firstleg.example */
  readonly origin: string;
};

/** Long enough to sign in to Seller Central on the way, and to find the second factor. */
const LIFETIME_MS = 15 * MINUTE;
export const CALLBACK = '/api/connection/callback';

/**
 * Begins to connect an account by consent: where to send the seller. The state in the link is
 * sealed, and opens only in this browser session, once, for a quarter of an hour.
 */
export async function beginConsent(
  who: Connecting,
  input: ConsentInput,
): Promise<Result<{ readonly url: string }>> {
  const notAllowed = forbidden(who, 'manage-connections');
  if (notAllowed) return refuse(notAllowed);
  const marketplace = marketplaceById(input.marketplaceId);
  if (!marketplace) return refuse(problem('required', {}, 'marketplaceId'));
  if (input.kind === 'amazon' && !who.app) return refuse(problem('consent-not-set-up'));
  const id = randomUUID();
  const now = who.clock.now();
  const redirectUri = `${input.origin}${CALLBACK}`;
  await who.db.consentAttempt.create({
    data: {
      id,
      workspaceId: who.workspaceId,
      sessionId: who.sessionId,
      kind: input.kind,
      name: input.name,
      marketplaceId: marketplace.id,
      redirectUri,
      createdAt: new Date(now),
      expiresAt: new Date(now + LIFETIME_MS),
    },
  });
  const state = vault().seal(id, sealedFor(who));
  if (input.kind === 'practice' || !who.app)
    return ok({ url: await practiceLink(who.db, { id, input, state, redirectUri }) });
  const { applicationId, isDraft } = who.app;
  const sellerCentral = sellerCentralOf(marketplace);
  return ok({ url: consentUrl({ sellerCentral, applicationId, state, redirectUri, isDraft }) });
}

async function practiceLink(
  db: Db,
  link: {
    readonly id: string;
    readonly input: ConsentInput;
    readonly state: string;
    readonly redirectUri: string;
  },
): Promise<string> {
  const { id, input, state, redirectUri } = link;
  const seller = await practiceSeller(db, { id, ...input });
  const url = new URL(
    consentUrl({
      sellerCentral: input.origin,
      applicationId: seller.applicationId,
      state,
      redirectUri,
      isDraft: false,
    }),
  );
  // There is nobody signed in at the practice Amazon who could be asked which account it is.
  url.searchParams.set('selling_partner_id', seller.sellerId);
  return url.href;
}

// The account is known by the connection that it will be.
async function practiceSeller(
  db: Db,
  { id, name, marketplaceId }: Pick<ConsentAttempt, 'id' | 'name' | 'marketplaceId'>,
) {
  const simulator = await practiceAmazon(db);
  return simulator.provisionSeller({
    key: id,
    name,
    marketplaceIds: [marketplaceId],
    catalogue: 'starter',
  });
}

function sealedFor({ workspaceId, sessionId }: Pick<Connecting, 'workspaceId' | 'sessionId'>) {
  return `consent:${workspaceId}:${sessionId}`;
}

/** What the consent page sends the seller back with. */
export type ConsentAnswer = {
  readonly state: string;
  readonly sellerId: string;
  readonly code: string;
};

export type ConsentOutcome =
  | { readonly connectionId: string }
  /** `attemptId` names where the problems are kept for the page that shows them */
  | { readonly attemptId?: string; readonly problems: readonly Problem[] };

/** Ends what `beginConsent` began: checks the state, trades the code, and keeps the connection. */
export async function finishConsent(
  who: Connecting,
  answer: ConsentAnswer,
): Promise<ConsentOutcome> {
  const attempt = await openAttempt(who, answer.state);
  if (!attempt) return { problems: [problem('consent-state-wrong')] };
  const done = await connect(who, attempt, answer);
  if (done.ok) return done.value;
  const problems = [...done.problems];
  await who.db.consentAttempt.update({
    where: { id: attempt.id },
    data: { problems: toJson(problems) },
  });
  return { attemptId: attempt.id, problems };
}

async function openAttempt(who: Connecting, state: string): Promise<ConsentAttempt | undefined> {
  try {
    const id = vault().open(state, sealedFor(who));
    const { workspaceId, sessionId } = who;
    return (
      (await who.db.consentAttempt.findFirst({ where: { id, workspaceId, sessionId } })) ??
      undefined
    );
  } catch (error) {
    // A seal that does not open was made for another session, or by nobody here.
    if (error instanceof Error && error.message.includes('sealed secret')) return undefined;
    throw error;
  }
}

async function connect(
  who: Connecting,
  attempt: ConsentAttempt,
  { sellerId, code }: ConsentAnswer,
): Promise<Result<{ readonly connectionId: string }>> {
  const notAllowed = forbidden(who, 'manage-connections');
  if (notAllowed) return refuse(notAllowed);
  const now = new Date(who.clock.now());
  const { count } = await who.db.consentAttempt.updateMany({
    where: { id: attempt.id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) return refuse(problem('consent-link-over'));
  if (code === '' || sellerId === '') return refuse(problem('consent-not-given'));
  return attempt.kind === 'practice'
    ? connectToPractice(who, attempt, { sellerId, code })
    : connectToAmazon(who, attempt, { sellerId, code });
}

type Given = { readonly sellerId: string; readonly code: string };

async function connectToPractice(
  who: Connecting,
  attempt: ConsentAttempt,
  { sellerId, code }: Given,
): Promise<Result<{ readonly connectionId: string }>> {
  const seller = await practiceSeller(who.db, attempt);
  if (seller.sellerId !== sellerId) return refuse(problem('consent-other-account'));
  const simulator = await practiceAmazon(who.db);
  const traded = await exchangeCode({
    transport: (request) => simulator.fetch(request),
    tokenEndpoint: `${PRACTICE_ENDPOINT}/auth/o2/token`,
    clientId: seller.clientId,
    clientSecret: seller.clientSecret,
    code,
    redirectUri: attempt.redirectUri,
  });
  if (!traded.ok) return refuse(codeRefused(traded.failure.messages[0]));
  const { id, name, marketplaceId } = attempt;
  return connectPractice(who.db, who.actor, {
    id,
    workspaceId: who.workspaceId,
    name,
    marketplaceId,
    sellerId,
  });
}

async function connectToAmazon(
  who: Connecting,
  attempt: ConsentAttempt,
  { sellerId, code }: Given,
): Promise<Result<{ readonly connectionId: string }>> {
  const { app } = who;
  const marketplace = marketplaceById(attempt.marketplaceId);
  if (!app || !marketplace) return refuse(problem('consent-not-set-up'));
  const { clientId, clientSecret } = app;
  const traded = await exchangeCode({
    transport: (request) => fetch(request),
    tokenEndpoint: TOKEN_ENDPOINT,
    clientId,
    clientSecret,
    code,
    redirectUri: attempt.redirectUri,
  });
  if (!traded.ok) return refuse(codeRefused(traded.failure.messages[0]));
  const { name } = attempt;
  const { region } = marketplace;
  const input = { name, region, clientId, clientSecret, refreshToken: traded.value, sellerId };
  return connectAmazon(who.db, who.actor, who.workspaceId, { ...input, mayRenew: true });
}

function codeRefused(said: { readonly code: string; readonly message: string } | undefined) {
  return problem('consent-code-refused', {
    amazonCode: said?.code ?? 'unknown',
    amazonMessage: said?.message ?? '',
  });
}

/** Why an attempt of this browser did not end in a connection. */
export async function problemsOfConsent(
  { db, workspaceId, sessionId }: Pick<Connecting, 'db' | 'workspaceId' | 'sessionId'>,
  attemptId: string,
): Promise<readonly Problem[]> {
  const attempt = await db.consentAttempt.findFirst({
    where: { id: attemptId, workspaceId, sessionId },
    select: { problems: true },
  });
  // Written by `finishConsent` alone, so its shape is known.
  return (attempt?.problems ?? []) as unknown as readonly Problem[];
}
