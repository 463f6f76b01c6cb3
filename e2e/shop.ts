import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const PAYMENTS = {
  approved: 'Pay online',
  declined: 'Pay online, with a card that is declined in the end',
} as const;

/**
 * Buys the first thing on the shelf of the practice shop that the page shows, as a new buyer;
 * returns the order's number.
 */
export async function buyInShop(page: Page): Promise<string> {
  await intoCart(page);
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Robin Sample');
  await page.getByLabel('E-mail').fill('robin@example.com');
  await page.getByLabel('Password').fill('practice-1');
  await page.getByRole('button', { name: 'Create an account' }).click();
  return checkOut(page, 'approved');
}

/** The same buyer comes again. */
export async function buyAgain(
  page: Page,
  shop: string,
  payment: keyof typeof PAYMENTS = 'approved',
): Promise<string> {
  await page.goto(shop);
  await intoCart(page);
  return checkOut(page, payment);
}

/** What is in stock of everything on the shelf, since what sells lately moves to the front. */
export async function stockInShop(page: Page, shop: string): Promise<number> {
  await page.goto(shop);
  const links = await page.locator('a[href^="product"]').all();
  const products = await Promise.all(links.map((link) => link.getAttribute('href')));
  let total = 0;
  for (const product of new Set(products)) {
    const answer = await page.request.get(new URL(product ?? '', shop).href);
    const [, few, many] = /Only (\d+) left|(\d+) in stock/.exec(await answer.text()) ?? [];
    total += Number(few ?? many ?? 0);
  }
  return total;
}

async function intoCart(page: Page): Promise<void> {
  await page.locator('a[href^="product"]').first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).click();
}

async function checkOut(page: Page, payment: keyof typeof PAYMENTS): Promise<string> {
  await page.getByLabel('Street and number').fill('12 Practice Lane');
  await page.getByLabel('City').fill('Madison');
  await page.getByLabel('Postal code').fill('53703');
  await page.getByLabel('Telephone').fill('202-555-0142');
  await page.getByLabel(PAYMENTS[payment], { exact: true }).check();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await expect(page.getByText('Placed, payment not verified yet').first()).toBeVisible();
  return new URL(page.url()).searchParams.get('id') ?? '';
}
