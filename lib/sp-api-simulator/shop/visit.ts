import { DAY, type Marketplace, MARKETPLACES } from '#lib/kernel';
import { z } from 'zod';

import type { ShopBuyer } from '../entities.ts';
import { formFields } from '../pages/html.ts';
import { type Language, languageOf } from '../pages/language.ts';
import type { Turn } from '../turn.ts';
import { type Words, WORDS } from './words.ts';

/** What reaches a shop page of a browser's request. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly bodyText: string;
  readonly acceptLanguage: string | null;
  readonly cookie: string | null;
};

export type CartLine = { readonly sku: string; readonly quantity: number };

/** Somebody in a shop: which one, in which language, signed in or not, with what in the cart. */
export type Visit = {
  readonly sellerId: string;
  readonly store: Marketplace;
  readonly language: Language;
  readonly words: Words;
  readonly buyer: ShopBuyer | undefined;
  readonly cart: readonly CartLine[];
  readonly page: string;
  readonly query: (name: string) => string;
  /** A link to this very page in the other language. */
  readonly inOtherLanguage: string;
  readonly field: (name: string) => string;
};

const PREFIX = '/shop/';
const BUYER = 'practice-buyer';
const CART = 'practice-cart';
const LANGUAGE = 'practice-language';
const SIGNED_IN_MS = 30 * DAY;

export function readVisit(turn: Turn, asked: Asked): Visit | undefined {
  const [sellerId = '', country = '', page, ...rest] = asked.url.pathname
    .slice(PREFIX.length)
    .split('/');
  const seller = turn.world.read('seller', sellerId);
  const store = MARKETPLACES.find((each) => each.country === country);
  if (!seller || !store || page === undefined || rest.length > 0) return undefined;
  if (!seller.marketplaceIds.includes(store.id)) return undefined;
  const cookie = cookies(asked.cookie);
  const query = (name: string) => asked.url.searchParams.get(name) ?? '';
  const language = languageOf(query('language') || cookie(LANGUAGE), asked.acceptLanguage);
  return {
    sellerId,
    store,
    language,
    words: WORDS[language],
    buyer: signedIn(turn, sellerId, cookie(BUYER)),
    cart: readCart(turn, cookie(CART)),
    page,
    query,
    inOtherLanguage: otherLanguage(asked.url, language),
    field: formFields(asked.bodyText),
  };
}

function otherLanguage({ searchParams }: URL, language: Language): string {
  const query = new URLSearchParams(searchParams);
  query.set('language', language === 'en' ? 'zh' : 'en');
  return `?${query.toString()}`;
}

function signedIn(turn: Turn, sellerId: string, sealed: string | undefined): ShopBuyer | undefined {
  const [kind, id = '', until = ''] = (sealed && turn.dice.unseal(sealed))?.split(' ') ?? [];
  if (kind !== 'buyer' || turn.now > Number(until)) return undefined;
  const buyer = turn.world.read('buyer', id);
  return buyer?.sellerId === sellerId ? buyer : undefined;
}

const Cart = z.array(z.object({ sku: z.string(), quantity: z.number().int().min(1) })).max(50);

function readCart(turn: Turn, sealed: string | undefined): readonly CartLine[] {
  const text = sealed && turn.dice.unseal(sealed);
  if (text?.startsWith('[') !== true) return [];
  return Cart.safeParse(JSON.parse(text)).data ?? [];
}

type Cookie = { readonly 'set-cookie': string };

export function signInCookie(turn: Turn, buyer: ShopBuyer): Cookie {
  const sealed = turn.dice.seal(`buyer ${buyer.id} ${turn.now + SIGNED_IN_MS}`);
  return setCookie(BUYER, sealed, SIGNED_IN_MS);
}

export function signOutCookie(): Cookie {
  return setCookie(BUYER, '', 0);
}

export function cartCookie(turn: Turn, lines: readonly CartLine[]): Cookie {
  return setCookie(CART, turn.dice.seal(JSON.stringify(lines)), SIGNED_IN_MS);
}

export function languageCookie(language: Language): Cookie {
  return setCookie(LANGUAGE, language, SIGNED_IN_MS);
}

// Without a path of its own a cookie belongs to the one shop whose page has set it.
function setCookie(name: string, value: string, lastsMs: number): Cookie {
  const age = Math.floor(lastsMs / 1000);
  return { 'set-cookie': `${name}=${value}; Max-Age=${age}; HttpOnly; SameSite=Lax` };
}

function cookies(header: string | null): (name: string) => string | undefined {
  const all = new Map(
    (header ?? '').split(';').map((each) => {
      const at = each.indexOf('=');
      return [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    }),
  );
  return (name) => all.get(name);
}
