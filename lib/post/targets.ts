import { ok, problem, refuse, type Result } from '#lib/kernel';

const LONGEST_ADDRESS = 254;
const LONGEST_URL = 2_000;
// One plain mailbox: no list, no display name, no space, nothing that could begin another header.
const MAILBOX = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]+$/;

export function checkMailAddress(text: string): Result<string> {
  const address = text.trim();
  return address.length <= LONGEST_ADDRESS && MAILBOX.test(address)
    ? ok(address)
    : refuse(problem('mail-address-not-readable', {}, 'target'));
}

/** Without encryption only inside the house, where that was allowed. */
export function checkWebhookUrl(
  text: string,
  { allowsPrivate }: { readonly allowsPrivate: boolean },
): Result<string> {
  const plain = text.trim();
  if (plain.length > LONGEST_URL || !URL.canParse(plain))
    return refuse(problem('webhook-url-not-readable', {}, 'target'));
  const url = new URL(plain);
  if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:'))
    return refuse(problem('webhook-url-not-https', {}, 'target'));
  // A password in an address ends up in lists and logs; the signature says who calls.
  if (url.username !== '' || url.password !== '')
    return refuse(problem('webhook-url-with-password', {}, 'target'));
  url.hash = '';
  return ok(url.href);
}
