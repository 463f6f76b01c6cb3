import type { Answer } from '../answer.ts';
import type { ShopBuyer } from '../entities.ts';
import type { Buyer, Payment } from '../orders/entities.ts';
import { deliversTo } from '../orders/people.ts';
import { orderLine, placeOrder } from '../orders/place.ts';
import { html, type Html, redirect } from '../pages/html.ts';
import type { Turn } from '../turn.ts';
import { inCart, totalOf } from './cart.ts';
import { SELECTED } from './browse.ts';
import { priceOf, shopPage } from './frame.ts';
import { cartCookie, type Visit } from './visit.ts';

const PAYMENTS: Readonly<Record<'approved' | 'examined' | 'declined' | 'cash', Payment>> = {
  approved: { method: 'card', outcome: 'approved' },
  examined: { method: 'card', outcome: 'examined' },
  declined: { method: 'card', outcome: 'declined' },
  cash: { method: 'cash-on-delivery', outcome: 'approved' },
};
const PAYMENT_NAMES = ['approved', 'examined', 'declined', 'cash'] as const;

const FIELDS = [
  ['recipient', 'name'],
  ['street', 'addressLine1'],
  ['city', 'city'],
  ['state', 'state'],
  ['postalCode', 'postalCode'],
  ['phone', 'phone'],
] as const;

/** Where the goods go and how they are paid. */
export function checkoutPage(turn: Turn, visit: Visit, wrong?: string): Answer {
  const { words, buyer } = visit;
  if (!buyer) return redirect('sign-in?next=checkout');
  const { lines, fewer } = inCart(turn, visit);
  if (lines.length === 0 || fewer) return redirect('cart');
  return shopPage(visit, {
    title: words.checkout,
    ...(wrong === undefined ? {} : { wrong }),
    body: html`<p>
        ${lines.map(({ offer, quantity }) => html`${quantity} × ${offer.listing.title}<br />`)}
        <span class="price">${words.total}: ${priceOf(visit, totalOf(lines))}</span>
      </p>
      <form class="fields" method="post" action="checkout">
        <input type="hidden" name="serial" value="${buyer.orders}" />
        <h2>${words.address}</h2>
        ${addressFields(visit, buyer)}
        <fieldset>
          <legend>${words.business}</legend>
          <label
            >${words.company}
            <input name="company" maxlength="50" value="${visit.field('company')}"
          /></label>
          <label
            >${words.purchaseOrder}
            <input name="purchaseOrder" maxlength="30" value="${visit.field('purchaseOrder')}"
          /></label>
        </fieldset>
        <fieldset>
          <legend>${words.speed}</legend>
          <label class="choice"
            ><input type="radio" name="speed" value="standard" checked /> ${words.standard}</label
          >
          <label class="choice"
            ><input type="radio" name="speed" value="prime" /> ${words.prime}</label
          >
        </fieldset>
        <fieldset>
          <legend>${words.payment}</legend>
          ${PAYMENT_NAMES.map(
            (name) =>
              html`<label class="choice"
                ><input type="radio" name="payment" value="${name}" required />
                ${words[name]}</label
              >`,
          )}
        </fieldset>
        <button>${words.place}</button>
      </form>`,
  });
}

function addressFields({ words, field, store }: Visit, buyer: ShopBuyer): Html {
  const known: Readonly<Record<string, string | undefined>> = {
    name: buyer.name,
    ...buyer.address,
  };
  const chosen = field('country') || (known['country'] ?? store.country);
  return html`${FIELDS.map(
      ([label, name]) =>
        html`<label
          >${words[label]}
          <input
            name="${name}"
            maxlength="60"
            value="${field(name) || known[name]}"
            ${name === 'state' ? undefined : REQUIRED}
          />
        </label>`,
    )}
    <label
      >${words.country}
      <select name="country">
        ${deliversTo(store.country).map(
          (code) => html`<option value="${code}" ${SELECTED(code === chosen)}>${code}</option>`,
        )}
      </select>
    </label>`;
}

const REQUIRED: Html = { html: 'required' };

/** Places the order, once: stock falls, and the seller sees it half an hour later. */
export function checkOut(turn: Turn, visit: Visit): Answer {
  const { words, buyer, field, store, sellerId } = visit;
  if (!buyer) return redirect('sign-in?next=checkout');
  // The form was sent twice: the order is there already.
  if (field('serial') !== String(buyer.orders)) return redirect('orders', cartCookie(turn, []));
  const { lines, fewer } = inCart(turn, visit);
  if (lines.length === 0 || fewer) return redirect('cart');
  const address = addressOf(visit, buyer);
  const payment = PAYMENT_NAMES.find((each) => each === field('payment'));
  if (!address || !payment) return checkoutPage(turn, visit, words.addressIncomplete);
  const name = `shop ${buyer.id} ${buyer.orders}`;
  const order = placeOrder(turn, {
    name,
    sellerId,
    marketplaceId: store.id,
    business: address.company !== undefined,
    prime: field('speed') === 'prime',
    buyer: address,
    lines: lines.map(({ offer, quantity }, index) =>
      orderLine(turn, offer.listing, quantity, name, String(index)),
    ),
    payment: PAYMENTS[payment],
    buyerId: buyer.id,
  });
  turn.world.put('buyer', { ...buyer, orders: buyer.orders + 1, address });
  return redirect(`order?id=${order.id}&placed=yes`, cartCookie(turn, []));
}

function addressOf({ field, store }: Visit, buyer: ShopBuyer): Buyer | undefined {
  const country = deliversTo(store.country).find((each) => each === field('country'));
  const wanted = [field('name'), field('addressLine1'), field('city'), field('postalCode')];
  if (!country || wanted.includes('') || field('phone') === '') return undefined;
  const [name = '', addressLine1 = '', city = '', postalCode = ''] = wanted;
  const [state, company, purchaseOrder] = [
    field('state'),
    field('company'),
    field('purchaseOrder'),
  ];
  return {
    name,
    // A seller never learns a buyer's own address; letters go through the marketplace.
    email: `${buyer.id.slice(0, 14)}@marketplace.amazon.example`,
    addressLine1,
    city,
    postalCode,
    country,
    phone: field('phone'),
    ...(state ? { state } : {}),
    ...(company ? { company } : {}),
    ...(company && purchaseOrder ? { purchaseOrder } : {}),
  };
}
