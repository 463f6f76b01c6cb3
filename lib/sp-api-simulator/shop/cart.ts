import type { Answer } from '../answer.ts';
import { html, redirect } from '../pages/html.ts';
import type { Turn } from '../turn.ts';
import { priceOf, shopPage } from './frame.ts';
import { type Offer, offerOf } from './shelf.ts';
import { type CartLine, cartCookie, type Visit } from './visit.ts';

const MOST_LINES = 20;

export type InCart = { readonly offer: Offer; readonly quantity: number };

/** What is in the cart and can be had; units that are gone are left out. */
export function inCart(
  turn: Turn,
  visit: Visit,
): { readonly lines: InCart[]; readonly fewer: boolean } {
  let fewer = false;
  const lines = visit.cart.flatMap(({ sku, quantity }): InCart[] => {
    const offer = offerOf(turn, visit, sku);
    if (!offer || offer.stock < quantity) fewer = true;
    return offer ? [{ offer, quantity: Math.min(quantity, offer.stock) }] : [];
  });
  return { lines, fewer };
}

export function totalOf(lines: readonly InCart[]): number {
  return lines.reduce((sum, { offer, quantity }) => sum + offer.listing.priceMinor * quantity, 0);
}

export function cartPage(turn: Turn, visit: Visit): Answer {
  const { words } = visit;
  const { lines, fewer } = inCart(turn, visit);
  const left = lines.map(({ offer, quantity }) => ({ sku: offer.listing.sku, quantity }));
  const body =
    lines.length === 0
      ? html`<p>${words.emptyCart}</p>`
      : html`<table>
            <thead>
              <tr>
                <th>${words.product}</th>
                <th class="number">${words.price}</th>
                <th>${words.quantity}</th>
                <th class="number">${words.sum}</th>
              </tr>
            </thead>
            <tbody>
              ${lines.map(({ offer: { listing, stock }, quantity }) => {
                const href = `product?sku=${encodeURIComponent(listing.sku)}`;
                return html`<tr>
                  <td><a href="${href}">${listing.title}</a></td>
                  <td class="number">${priceOf(visit, listing.priceMinor)}</td>
                  <td>
                    <form class="row" method="post" action="cart-set">
                      <input type="hidden" name="sku" value="${listing.sku}" />
                      <input
                        type="number"
                        name="quantity"
                        value="${quantity}"
                        min="0"
                        max="${stock}"
                        aria-label="${words.quantity}: ${listing.title}"
                      />
                      <button class="second">${words.update}</button>
                      <button class="second" name="remove" value="yes">${words.remove}</button>
                    </form>
                  </td>
                  <td class="number">${priceOf(visit, listing.priceMinor * quantity)}</td>
                </tr>`;
              })}
            </tbody>
          </table>
          <p class="price">${words.total}: ${priceOf(visit, totalOf(lines))}</p>
          <form method="get" action="checkout"><button>${words.toCheckout}</button></form>`;
  if (!fewer) return shopPage(visit, { title: words.cart, body });
  return shopPage(visit, { title: words.cart, body, wrong: words.fewer }, cartCookie(turn, left));
}

export function addToCart(turn: Turn, visit: Visit): Answer {
  const sku = visit.field('sku');
  const before = visit.cart.find((line) => line.sku === sku)?.quantity ?? 0;
  return setCart(turn, visit, { sku, quantity: before + wholeOf(visit.field('quantity')) });
}

export function changeCart(turn: Turn, visit: Visit): Answer {
  const quantity = visit.field('remove') === 'yes' ? 0 : wholeOf(visit.field('quantity'));
  return setCart(turn, visit, { sku: visit.field('sku'), quantity });
}

function setCart(turn: Turn, visit: Visit, { sku, quantity }: CartLine): Answer {
  const stock = offerOf(turn, visit, sku)?.stock ?? 0;
  const wanted = Math.min(quantity, stock);
  const isNew = visit.cart.every((line) => line.sku !== sku);
  const others = isNew
    ? [...visit.cart, { sku, quantity: wanted }]
    : visit.cart.map((line) => (line.sku === sku ? { sku, quantity: wanted } : line));
  const lines = others.filter((line) => line.quantity > 0).slice(0, MOST_LINES);
  return redirect('cart', cartCookie(turn, lines));
}

function wholeOf(text: string): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 999) : 0;
}
