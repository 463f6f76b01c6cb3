import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds against WCAG 2.2 AA on the page as it now is, one line each. */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  return found(page, (axe) =>
    axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']),
  );
}

/** What another colour scheme may add to them: its contrasts. */
export async function faintColoursOf(page: Page): Promise<readonly string[]> {
  return found(page, (axe) => axe.withRules(['color-contrast']));
}

async function found(page: Page, by: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // What passes is not gathered, and no second page is opened to sum up frames that we do not have.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await by(axe).analyze();
  const path = new URL(page.url()).pathname;
  return violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`);
}
