import { scryptSync, timingSafeEqual } from 'node:crypto';

import type { Answer } from '../answer.ts';
import { digestOf } from '../hash.ts';
import { html, redirect } from '../pages/html.ts';
import type { Turn } from '../turn.ts';
import { shopPage } from './frame.ts';
import { signInCookie, signOutCookie, type Visit } from './visit.ts';

type Mode = 'register' | 'sign-in';

/** Registering and signing in: the same page with a field more or less. */
export function accountPage(visit: Visit, mode: Mode, wrong?: string): Answer {
  const { words, field, query } = visit;
  const isNew = mode === 'register';
  const next = field('next') || query('next');
  const other = isNew ? 'sign-in' : 'register';
  return shopPage(visit, {
    title: isNew ? words.register : words.signIn,
    ...(wrong === undefined ? {} : { wrong }),
    body: html`<form class="fields" method="post" action="${mode}">
        <input type="hidden" name="next" value="${next}" />
        ${
          isNew
            ? html`<label
                >${words.name}
                <input
                  name="name"
                  required
                  maxlength="50"
                  value="${field('name')}"
                  autocomplete="off"
              /></label>`
            : undefined
        }
        <label
          >${words.email}
          <input
            type="email"
            name="email"
            required
            maxlength="200"
            value="${field('email')}"
            autocomplete="off"
        /></label>
        <label
          >${words.password}
          <input
            type="password"
            name="password"
            required
            minlength="8"
            maxlength="200"
            autocomplete="off"
          />
          ${isNew ? html`<span class="quiet">${words.passwordHint}</span>` : undefined}
        </label>
        <button>${isNew ? words.register : words.signIn}</button>
      </form>
      <p>
        ${isNew ? words.haveAccount : words.registerFirst}
        <a href="${other}?next=${encodeURIComponent(next)}"
          >${isNew ? words.signIn : words.register}</a
        >
      </p>`,
  });
}

export function register(turn: Turn, visit: Visit): Answer {
  const { words, field, sellerId } = visit;
  const [name, email, password] = [field('name'), field('email').toLowerCase(), field('password')];
  if (name === '' || !email.includes('@') || password.length < 8)
    return accountPage(visit, 'register', words.incomplete);
  const id = buyerId(sellerId, email);
  if (turn.world.read('buyer', id)) return accountPage(visit, 'register', words.taken);
  const buyer = { id, sellerId, name, email, password: scrambled(turn, id, password), orders: 0 };
  turn.world.put('buyer', buyer);
  return redirect(nextOf(visit), signInCookie(turn, buyer));
}

export function signIn(turn: Turn, visit: Visit): Answer {
  const { words, field, sellerId } = visit;
  const buyer = turn.world.read('buyer', buyerId(sellerId, field('email').toLowerCase()));
  const given = scrambled(turn, buyer?.id ?? 'nobody', field('password'));
  if (!buyer || !timingSafeEqual(Buffer.from(given), Buffer.from(buyer.password)))
    return accountPage(visit, 'sign-in', words.wrongPassword);
  return redirect(nextOf(visit), signInCookie(turn, buyer));
}

export function signOut(): Answer {
  return redirect('./', signOutCookie());
}

// Only a page of this shop.
function nextOf({ field }: Visit): string {
  const next = field('next');
  return /^[a-z-]+$/.test(next) ? next : './';
}

function buyerId(sellerId: string, email: string): string {
  return digestOf([sellerId, email]).slice(0, 24);
}

function scrambled(turn: Turn, id: string, password: string): string {
  return scryptSync(password, turn.dice.hex('salt', id), 32, { N: 4096 }).toString('hex');
}
