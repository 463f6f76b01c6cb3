import NextAuth, { getServerSession, type NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import credentials from 'next-auth/providers/credentials';
import { cache } from 'react';
import { db } from '#lib/db';
import { env } from '#lib/env';
import { clientOf } from './client.ts';
import { SESSION_COOKIE } from './cookie.ts';
import type { Devices } from './devices.ts';
import { loadSession, SESSION_DAYS, type SignedIn } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { vault } from './vault.ts';

const MAX_AGE_SECONDS = SESSION_DAYS * 24 * 60 * 60;

function devices(): Devices {
  return { db: db(), clock: { now: Date.now } };
}

function secret(): string {
  return vault().derive('firstleg next-auth');
}

function cookieOptions() {
  const secure = env().publicUrl?.startsWith('https://') ?? false;
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

function options(): NextAuthOptions {
  return {
    secret: secret(),
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    pages: { signIn: '/sign-in' },
    cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions() } },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        authorize: async (typed, request) => {
          const { email = '', password = '' } = typed ?? {};
          const browser = clientOf(new Headers(request.headers as Record<string, string>));
          const outcome = await signIn(devices(), { email, password, ...browser });
          return outcome.ok ? { id: outcome.value.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      // The token names the session row and nothing else; what may be done is read from the row.
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? '' }),
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.sub ? { sessionId: token.sub } : {}),
      }),
    },
  };
}

/** What `app/api/auth/[...nextauth]/route.ts` answers with. */
export function authRoute(
  request: Request,
  context: { readonly params: Promise<{ readonly nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request as never, context as never, options()) as Promise<Response>;
}

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  readonly options: ReturnType<typeof cookieOptions> & { readonly maxAge: number };
};

/** The cookie for a session that was just opened, for an action that signs in by itself. */
export async function sessionCookie(sessionId: string): Promise<SessionCookie> {
  const token = { sub: sessionId };
  const value = await encode({ token, secret: secret(), maxAge: MAX_AGE_SECONDS });
  return {
    name: SESSION_COOKIE,
    value,
    options: { ...cookieOptions(), maxAge: MAX_AGE_SECONDS },
  };
}

/** Who asks, checked against the session's row; once per request, however often it is called. */
export const currentSession: () => Promise<SignedIn | undefined> = cache(async () => {
  const session: { readonly sessionId?: string } | null = await getServerSession(options());
  return session?.sessionId === undefined ? undefined : loadSession(devices(), session.sessionId);
});
