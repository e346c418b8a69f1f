import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { addAction, addNote, allCalm, choose, declare } from '../gestures/incident.ts';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is free of violations, ${colorScheme}`, async ({ desktop, shell }) => {
    test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
    const { page } = desktop;
    await page.emulateMedia({ colorScheme });
    await expect(allCalm(page)).toBeVisible();
    expect(await violations(page), 'Desk').toEqual([]);
    await page.getByRole('button', { name: 'Declare incident' }).click();
    await expect(page.getByRole('textbox', { name: "What's happening?" })).toBeFocused();
    expect(await violations(page), 'Declare').toEqual([]);
    await page.keyboard.press('Escape');
    await declare(page, 'Checkout errors in EU');
    await choose(page, 'Severity', 'Critical');
    await addNote(page, 'Only eu-west.');
    await addAction(page, 'Roll back');
    expect(await violations(page), 'Incident').toEqual([]);
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByLabel('Slack token')).toBeVisible();
    expect(await violations(page), 'Settings').toEqual([]);
  });
}
