import { money, toDecimal } from '#lib/kernel';

import type { Answer } from '../answer.ts';
import { html, type Html, pageAnswer } from '../pages/html.ts';
import { LANG_TAGS } from '../pages/language.ts';
import type { Visit } from './visit.ts';
import { say } from './words.ts';

/** A page of the shop, with its head and foot. */
export function shopPage(
  visit: Visit,
  parts: { readonly title: string; readonly body: Html; readonly wrong?: string },
  headers = {},
): Answer {
  const { words, language } = visit;
  const body = html`<p class="practice">${words.practice}</p>
    ${head(visit)}
    <main>
      <h1>${parts.title}</h1>
      ${
        parts.wrong === undefined
          ? undefined
          : html`<p class="wrong" role="alert">${parts.wrong}</p>`
      }
      ${parts.body}
    </main>
    <footer>
      <a href="${visit.inOtherLanguage}" hreflang="${LANG_TAGS[language === 'en' ? 'zh' : 'en']}"
        >${words.otherLanguage}</a
      >
    </footer>`;
  const title = `${parts.title} · ${words.shop}`;
  const page = { lang: LANG_TAGS[language], title, style: 'style.css', body };
  return pageAnswer(page, parts.wrong === undefined ? 200 : 400, headers);
}

function head({ words, buyer, cart, query }: Visit): Html {
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<header>
    <strong><a href="./">${words.shop}</a></strong>
    <form method="get" action="./" role="search">
      <input name="q" value="${query('q')}" aria-label="${words.searchLabel}" />
      <button>${words.search}</button>
    </form>
    <nav>
      ${
        buyer
          ? html`<span>${say(words.hello, { name: buyer.name })}</span>
              <a href="orders">${words.orders}</a>`
          : html`<a href="sign-in">${words.signIn}</a> <a href="register">${words.register}</a>`
      }
      <a href="cart">${say(words.cartCount, { count })}</a>
    </nav>
    ${buyer ? html`<form method="post" action="sign-out"><button class="second">${words.signOut}</button></form>` : undefined}
  </header>`;
}

export function priceOf({ language, store }: Visit, minor: number): string {
  const amount = toDecimal(money(minor, store.currency));
  const format = { style: 'currency', currency: store.currency } as const;
  return new Intl.NumberFormat(LANG_TAGS[language], format).format(amount);
}

export function timeOf({ language, store }: Visit, at: number): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: store.timeZone } as const;
  return new Intl.DateTimeFormat(LANG_TAGS[language], format).format(at);
}
