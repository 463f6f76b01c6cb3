import { expect } from '../fixtures.ts';
import type { Visitor } from '../pages.ts';

/** The practice Amazon's clock, and what the seller sees of his orders after it was moved. */
export class Desk {
  private readonly visitor: Visitor;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  /** Presses a button of the clock, and comes back when the clock has been moved. */
  async clock(button: 'freeze' | 'hour' | 'week' | { readonly speed: number }): Promise<void> {
    const { page, baseURL, say } = this.visitor;
    await page.goto(`${baseURL}/practice`);
    const form = page.locator('form', {
      has: page.getByRole('button', { name: say('practice.clock.toNext') }),
    });
    const by = (name: string) => form.getByRole('button', { name, exact: true });
    if (typeof button === 'object' || button === 'freeze') {
      const speed = by(
        button === 'freeze' ? say('practice.clock.freeze') : say('practice.clock.run', button),
      );
      await speed.click();
      await expect(speed).toHaveAttribute('aria-pressed', 'true');
      return;
    }
    const now = page.locator('dd', { has: page.locator('time') }).first();
    const before = await now.innerText();
    await by(say(`practice.clock.${button}`)).click();
    await expect(now).not.toHaveText(before);
  }

  /** Synchronises until the order's history has a step, and leaves the order's page open. */
  async untilHistory(orderId: string, transition: string): Promise<void> {
    const { page, baseURL, say } = this.visitor;
    const step = page.getByText(say(`order.history.${transition}`), { exact: true }).first();
    const isThere = async (looks: number): Promise<boolean> => {
      for (let look = 0; look < looks; look += 1) {
        await page.goto(`${baseURL}/orders/${orderId}`);
        if (await step.isVisible()) return true;
        await page.waitForTimeout(500);
      }
      return false;
    };
    await expect(async () => {
      if (await isThere(3)) return;
      await page.goto(`${baseURL}/orders`);
      await page
        .getByRole('button', { name: say('orders.sync.now') })
        .first()
        .click();
      await page.waitForURL(/asked=/);
      expect(await isThere(6)).toBe(true);
    }).toPass({ timeout: 60_000 });
  }

  /** The rows of the file that is made to be filled in, one per item that is open. */
  async template(...orderIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    const { page, baseURL } = this.visitor;
    const query = orderIds.map((id) => `id=${id}`).join('&');
    const answer = await page.request.get(`${baseURL}/orders/confirm-file/template?${query}`);
    const [, ...rows] = (await answer.text()).trimEnd().split(/\r?\n/);
    return rows.map((row) => row.split('\t'));
  }

  /** Drops a file in and waits for what is said to it. */
  async drop(name: string, lines: readonly string[]): Promise<void> {
    const { page, baseURL } = this.visitor;
    await page.goto(`${baseURL}/orders/confirm-file`);
    const buffer = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer });
  }
}
