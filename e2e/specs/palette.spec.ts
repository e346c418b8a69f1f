import { expect, test } from '../fixtures/desktop.ts';
import { addNote, declare, timeline } from '../gestures/incident.ts';

test('every command is found and run by keyboard, and can be undone', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  const search = page.getByRole('searchbox', { name: 'Search' });
  const results = page.getByRole('listbox', { name: 'Results' });
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await expect(results.getByRole('option', { name: /Write update/ }).first()).toBeVisible();
  await page.keyboard.type('add tim');
  await expect(results.getByRole('option', { selected: true })).toContainText(
    'Add to the timeline',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toBeFocused();
  await page.keyboard.type('/severity major');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('Severity: Minor → Major');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('Severity: Major → Minor');
});

test('what was written anywhere is found as one types, and opens where it stands', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addNote(page, 'The connection pool is exhausted');
  for (let i = 0; i < 4; i++) await addNote(page, `later ${i}`);
  await declare(page, 'Webhooks are delayed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pool exh');
  const option = page.getByRole('option', { name: /connection pool is exhausted/ });
  await expect(option).toContainText('Checkout errors in EU');
  await expect(option.locator('mark')).toHaveText(['pool', 'exhausted']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout errors in EU' })).toBeVisible();
  await expect(
    timeline(page).getByRole('listitem').filter({ hasText: 'pool is exhausted' }),
  ).toBeFocused();
});

test('operators narrow a search, and are answered in words where they are not understood', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addNote(page, 'cold cache');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search' }).click();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('lead:@me cache');
  await expect(page.getByRole('option', { name: /cold cache/ })).toBeVisible();
  await search.fill('severity:critical cache');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await search.fill('before:2026-99-99 cache');
  await expect(page.getByText('Write the day like 2026-10-01: 2026-99-99')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});

test('what is done with the selected entry is in the palette, and said on every page', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addNote(page, 'cold cache');
  await timeline(page).getByRole('listitem').filter({ hasText: 'cold cache' }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('selected edit');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Entry' }).fill('warm cache');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('warm cache');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('selected hide');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).not.toContainText('warm cache');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('status', { name: 'Last change' })).toContainText('Hidden');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goBack();
  await expect(timeline(page)).toContainText('warm cache');
});
