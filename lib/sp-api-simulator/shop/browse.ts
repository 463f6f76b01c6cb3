import type { Answer } from '../answer.ts';
import { html, type Html } from '../pages/html.ts';
import type { Turn } from '../turn.ts';
import { priceOf, shopPage } from './frame.ts';
import { type Offer, offerOf, reviewsOf, shelfOf, type Sort, SORTS } from './shelf.ts';
import type { Visit } from './visit.ts';
import { say } from './words.ts';

/** The shelf: everything that matches, by popularity or by price. */
export function shelfPage(turn: Turn, visit: Visit): Answer {
  const { words, query } = visit;
  const q = query('q').slice(0, 200);
  const sort = SORTS.find((each) => each === query('sort')) ?? 'popular';
  const offers = shelfOf(turn, visit, q, sort);
  const none = q === '' ? words.emptyShelf : say(words.nothingFound, { query: q });
  return shopPage(visit, {
    title: q === '' ? words.shop : q,
    body: html`${sorting(visit, q, sort)}
      <p>${offers.length === 0 ? none : say(words.found, { count: offers.length })}</p>
      <ul class="shelf">
        ${offers.map((offer) => card(turn, visit, offer))}
      </ul>`,
  });
}

function sorting({ words }: Visit, q: string, sort: Sort): Html {
  return html`<form class="row" method="get" action="./">
    <input type="hidden" name="q" value="${q}" />
    <label
      >${words.sort}
      <select name="sort">
        ${SORTS.map((each) => html`<option value="${each}" ${SELECTED(each === sort)}>${words[each]}</option>`)}
      </select>
    </label>
    <button class="second">${words.sortNow}</button>
  </form>`;
}

export function SELECTED(is: boolean): Html {
  return { html: is ? ' selected' : '' };
}

function card(turn: Turn, visit: Visit, { listing, bought, stock }: Offer): Html {
  const { words } = visit;
  return html`<li>
    <a href="product?sku=${encodeURIComponent(listing.sku)}">${listing.title}</a>
    <span class="price">${priceOf(visit, listing.priceMinor)}</span>
    <span class="quiet">${rating(turn, visit, listing.asin)}</span>
    ${bought > 0 ? html`<span class="quiet">${say(words.bought, { count: bought })}</span>` : undefined}
    ${stock <= 5 ? html`<span class="quiet">${say(words.lastOnes, { count: stock })}</span>` : undefined}
  </li>`;
}

function rating(turn: Turn, { words }: Visit, asin: string): string {
  const reviews = reviewsOf(turn, asin);
  if (reviews.length === 0) return words.noStars;
  const sum = reviews.reduce((total, { stars }) => total + stars, 0);
  return say(words.stars, { stars: (sum / reviews.length).toFixed(1), count: reviews.length });
}

export function productPage(turn: Turn, visit: Visit): Answer {
  const { words, query, language } = visit;
  const offer = offerOf(turn, visit, query('sku'));
  if (!offer) return shopPage(visit, { title: words.product, body: html``, wrong: words.gone });
  const { listing, stock } = offer;
  const left = stock <= 5 ? words.lastOnes : words.left;
  const reviews = reviewsOf(turn, listing.asin);
  return shopPage(visit, {
    title: listing.title,
    body: html`<p class="price">${priceOf(visit, listing.priceMinor)}</p>
      <p class="quiet">${rating(turn, visit, listing.asin)}</p>
      <p>${say(left, { count: stock })}</p>
      <form class="row" method="post" action="cart-add">
        <input type="hidden" name="sku" value="${listing.sku}" />
        <label
          >${words.quantity}
          <input type="number" name="quantity" value="1" min="1" max="${stock}" required />
        </label>
        <button>${words.add}</button>
      </form>
      <h2>${words.reviews}</h2>
      ${reviews.length === 0 ? html`<p>${words.noStars}</p>` : undefined}
      ${reviews.map(
        ({ stars, by, text }) =>
          html`<article>
            <p><strong>${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}</strong> ${by}</p>
            <p>${text[language]}</p>
          </article>`,
      )}`,
  });
}
