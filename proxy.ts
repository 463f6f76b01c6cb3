import { type NextRequest, NextResponse } from 'next/server';
import { SESSION_COOKIE } from '#lib/auth';
import { MARKETPLACES, sellerCentralOf } from '#lib/kernel';

const PUBLIC = /^\/(sign-in|welcome|api\/auth|api\/calendar|api\/health)(\/|$)/;

/**
 * Security headers for every answer, and strangers to the door. Whether the cookie opens anything
 * is decided by the page, which asks the session's row.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentPolicy(nonce, pathname);
  if (!PUBLIC.test(pathname) && !request.cookies.has(SESSION_COOKIE))
    return secured(turnAway(request, pathname + search), policy);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts out of the request's policy.
  headers.set('content-security-policy', policy);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'],
};

function turnAway(request: NextRequest, wanted: string): NextResponse {
  // Who comes back from Amazon's consent page after the session ended is a person, not a script.
  const isPerson = request.nextUrl.pathname === '/api/connection/callback';
  if (wanted.startsWith('/api/') && !isPerson)
    return NextResponse.json({ error: 'signed-out' }, { status: 401 });
  const door = new URL('/sign-in', request.url);
  if (isPerson) door.searchParams.set('to', '/settings/connection?consent=unknown');
  else if (request.method === 'GET' && wanted !== '/') door.searchParams.set('to', wanted);
  // 303 turns a form that was sent after the session ended into a look at the door.
  return NextResponse.redirect(door, 303);
}

// Where scripts do not run, the form that begins a consent is itself led on to Amazon's page.
const CONNECTING = '/settings/connection';
const SELLER_CENTRALS = [...new Set(MARKETPLACES.map(sellerCentralOf))]
  .map((address) => ` ${address}`)
  .join('');

function contentPolicy(nonce: string, pathname: string): string {
  const isDev = process.env.NODE_ENV === 'development';
  // React's development build evaluates strings and its styles carry no nonce.
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${pathname === CONNECTING ? SELLER_CENTRALS : ''}`,
    "frame-ancestors 'self'",
  ].join('; ');
}

function secured(response: NextResponse, policy: string): NextResponse {
  const { headers } = response;
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'SAMEORIGIN');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  return response;
}
