import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { CONNECTION_COOKIE, finishConsent, openAccount } from '#lib/context/server';
import { connectingOf } from '../../../connecting.ts';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Where Amazon's consent page sends a seller back to, with a code or without. */
export async function GET(request: Request): Promise<never> {
  const account = await openAccount();
  const query = new URL(request.url).searchParams;
  const done = await finishConsent(connectingOf(account), {
    state: query.get('state') ?? '',
    sellerId: query.get('selling_partner_id') ?? '',
    code: query.get('spapi_oauth_code') ?? '',
  });
  if ('connectionId' in done) {
    (await cookies()).set(CONNECTION_COOKIE, done.connectionId, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      maxAge: A_YEAR_SECONDS,
    });
    redirect('/listings');
  }
  redirect(`/settings/connection?consent=${done.attemptId ?? 'unknown'}`);
}
