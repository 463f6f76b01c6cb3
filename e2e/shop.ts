import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Buys the first thing on the shelf of the practice shop that the page shows, as a new buyer. */
export async function buyInShop(page: Page): Promise<void> {
  await page.locator('a[href^="product"]').first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Robin Sample');
  await page.getByLabel('E-mail').fill('robin@example.com');
  await page.getByLabel('Password').fill('practice-1');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Street and number').fill('12 Practice Lane');
  await page.getByLabel('City').fill('Madison');
  await page.getByLabel('Postal code').fill('53703');
  await page.getByLabel('Telephone').fill('202-555-0142');
  await page.getByLabel('Pay online', { exact: true }).check();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await expect(page.getByText('Placed, payment not verified yet').first()).toBeVisible();
}
