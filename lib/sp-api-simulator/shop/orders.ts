import type { Answer } from '../answer.ts';
import type { Order } from '../orders/entities.ts';
import { askToCancel, cancelOrder } from '../orders/life.ts';
import { totalOf } from '../orders/view-2026.ts';
import { html, type Html, redirect } from '../pages/html.ts';
import type { Turn } from '../turn.ts';
import { priceOf, shopPage, timeOf } from './frame.ts';
import type { Visit } from './visit.ts';
import { say, WORDS } from './words.ts';

/** What a buyer has ordered in this shop, the latest first. */
export function ordersPage(turn: Turn, visit: Visit): Answer {
  const { words, buyer } = visit;
  if (!buyer) return redirect('sign-in?next=orders');
  const orders = turn.world
    .having('order', `buyer ${buyer.id}`)
    .flatMap((id) => turn.world.read('order', id) ?? [])
    .sort((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1));
  return shopPage(visit, {
    title: words.orders,
    body:
      orders.length === 0
        ? html`<p>${words.noOrders}</p>`
        : html`<table>
            <thead>
              <tr>
                <th>${words.orderNumber}</th>
                <th>${words.placedOn}</th>
                <th>${words.status}</th>
                <th class="number">${words.total}</th>
              </tr>
            </thead>
            <tbody>
              ${orders.map(
                (order) =>
                  html`<tr>
                    <td><a href="order?id=${order.id}">${order.id}</a></td>
                    <td>${timeOf(visit, order.placedAt)}</td>
                    <td>${statusOf(visit, order)}</td>
                    <td class="number">${priceOf(visit, totalOf(order.lines))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
  });
}

function statusOf({ words }: Visit, order: Order): string {
  if (order.status === 'CANCELLED' && order.cancelledBy) return words[`by${order.cancelledBy}`];
  return words[order.status];
}

export function orderPage(turn: Turn, visit: Visit): Answer {
  const { words, query } = visit;
  const order = ownOrder(turn, visit, query('id'));
  if (!order) return redirect('orders');
  const refunded = (order.refunds ?? []).reduce((sum, { minor }) => sum + minor, 0);
  return shopPage(visit, {
    title: say(words.order, { id: order.id }),
    body: html`${query('placed') === 'yes' ? html`<p class="right" role="status">${words.placed}</p>` : undefined}
      <p>${words.placedOn}: ${timeOf(visit, order.placedAt)}</p>
      <p>${words.status}: <strong>${statusOf(visit, order)}</strong></p>
      <ul>
        ${order.lines.map(
          (line) =>
            html`<li>
              ${line.ordered} × ${line.title}: ${priceOf(visit, line.ordered * line.unitMinor)}
            </li>`,
        )}
      </ul>
      ${refunded > 0 ? html`<p>${say(words.refunded, { amount: priceOf(visit, refunded) })}</p>` : undefined}
      ${order.packages.map(
        ({ reference, carrier, tracking, scan }) =>
          html`<p>
            ${say(words.parcel, { number: reference, carrier, tracking })}:
            ${words[scan ?? 'scanNone']}
          </p>`,
      )}
      ${cancelling(visit, order)}`,
  });
}

const REASONS = ['reasonMistake', 'reasonCheaper', 'reasonLate', 'reasonAddress'] as const;

function cancelling({ words }: Visit, order: Order): Html | undefined {
  const asked = order.lines.find(({ cancelRequest }) => cancelRequest)?.cancelRequest;
  if (asked !== undefined) return html`<p class="right">${say(words.asked, { reason: asked })}</p>`;
  const id = html`<input type="hidden" name="id" value="${order.id}" />`;
  if (order.status === 'PENDING')
    return html`<form method="post" action="cancel">
      ${id}<button class="second">${words.cancel}</button>
    </form>`;
  if (order.status !== 'UNSHIPPED') return undefined;
  return html`<form class="fields" method="post" action="cancel">
    ${id}
    <label
      >${words.reason}
      <select name="reason">
        ${REASONS.map((reason) => html`<option value="${reason}">${words[reason]}</option>`)}
      </select>
    </label>
    <button class="second">${words.askCancel}</button>
  </form>`;
}

/** While an order is pending the buyer cancels it himself; later he can only ask. */
export function cancel(turn: Turn, visit: Visit): Answer {
  const order = ownOrder(turn, visit, visit.field('id'));
  if (!order) return redirect('orders');
  if (order.status === 'PENDING') cancelOrder(turn, order, 'BUYER');
  else {
    const reason = REASONS.find((each) => each === visit.field('reason')) ?? 'reasonMistake';
    // The seller reads it in the language of the marketplace's own data.
    askToCancel(turn, order, WORDS.en[reason]);
  }
  return redirect(`order?id=${order.id}`);
}

function ownOrder(turn: Turn, { buyer, store }: Visit, id: string): Order | undefined {
  const order = turn.world.read('order', id);
  const own = buyer !== undefined && order?.buyerId === buyer.id;
  return own && order.marketplaceId === store.id ? order : undefined;
}
