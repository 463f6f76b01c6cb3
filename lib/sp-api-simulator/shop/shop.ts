import { marketplaceById } from '#lib/kernel';

import type { Answer } from '../answer.ts';
import { redirect } from '../pages/html.ts';
import { STYLE } from '../pages/style.ts';
import type { Turn } from '../turn.ts';
import { accountPage, register, signIn, signOut } from './account.ts';
import { productPage, shelfPage } from './browse.ts';
import { addToCart, cartPage, changeCart } from './cart.ts';
import { checkOut, checkoutPage } from './checkout.ts';
import { cancel, orderPage, ordersPage } from './orders.ts';
import { type Asked, languageCookie, readVisit, type Visit } from './visit.ts';

type Page = (turn: Turn, visit: Visit) => Answer;

const PAGES: Readonly<Record<string, Page>> = {
  'GET ': shelfPage,
  'GET product': productPage,
  'GET cart': cartPage,
  'POST cart-add': addToCart,
  'POST cart-set': changeCart,
  'GET checkout': (turn, visit) => checkoutPage(turn, visit),
  'POST checkout': checkOut,
  'GET register': (_turn, visit) => accountPage(visit, 'register'),
  'POST register': register,
  'GET sign-in': (_turn, visit) => accountPage(visit, 'sign-in'),
  'POST sign-in': signIn,
  'POST sign-out': signOut,
  'GET orders': ordersPage,
  'GET order': orderPage,
  'POST cancel': cancel,
  'GET style.css': () => ({
    status: 200,
    text: STYLE,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' },
  }),
};

export function isShopPath(path: string): boolean {
  return path === '/shop' || path.startsWith('/shop/');
}

/**
 * The shop in which a trainer buys: /shop/{seller}/{country}/. All of its pages stand beside each
 * other and link to each other by name alone, so that they work wherever they are mounted.
 */
export function answerShop(turn: Turn, asked: Asked): Answer {
  const visit = readVisit(turn, asked);
  if (!visit) return entrance(turn, asked.url.pathname);
  const page = PAGES[`${asked.method} ${visit.page}`];
  if (!page) return { status: 404 };
  const answer = page(turn, visit);
  const language = visit.query('language');
  if (language === '' || answer.headers?.['set-cookie'] !== undefined) return answer;
  return { ...answer, headers: { ...answer.headers, ...languageCookie(visit.language) } };
}

// Without a country a shop opens in its home store, and without a seller where there is only one.
function entrance(turn: Turn, path: string): Answer {
  const [, , id = ''] = path.split('/');
  const sellers = [...turn.world.all('seller')];
  const seller = id === '' && sellers.length === 1 ? sellers[0] : turn.world.read('seller', id);
  const home = marketplaceById(seller?.marketplaceIds[0] ?? '');
  const inside = path.split('/').length > 3 && !path.endsWith('/');
  if (!seller || !home || path.split('/').length > 4 || inside) return { status: 404 };
  const base = path.startsWith('/shop/') ? '' : 'shop/';
  const own = id === '' ? `${seller.id}/` : path.endsWith('/') ? '' : `${seller.id}/`;
  return redirect(`${base}${own}${home.country}/`);
}
