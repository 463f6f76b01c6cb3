import type { Browser } from './sessions.ts';

/**
 * Where a request comes from. The last address in x-forwarded-for is the one that the nearest
 * proxy, or Next itself, saw; those before it are whatever the client claims.
 */
export function clientOf(headers: Headers): Browser {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return {
    address: forwarded || 'unknown',
    userAgent: headers.get('user-agent') ?? '',
  };
}
