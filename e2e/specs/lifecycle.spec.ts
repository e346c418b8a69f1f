import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { activeIncidents, addNote, declare, timeline } from '../gestures/incident.ts';

async function more(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: command }).click();
}

test('an incident is paused with a reason, reopened, and both can be undone', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await more(page, 'Pause');
  await page.getByRole('textbox', { name: 'Why?' }).fill('Waiting for the vendor');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText(/Status: Triage → Paused.*Waiting for the vendor/);
  await more(page, 'Reopen');
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(timeline(page)).toContainText('Status: Paused → Investigating');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(timeline(page)).toContainText('Status: Investigating → Paused');
});

test('two incidents are related, merged, and parted again', { tag: '@long' }, async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Webhooks are delayed');
  await declare(page, 'Checkout errors');
  await more(page, 'Relate to another incident');
  await page.getByRole('button', { name: 'Relate' }).click();
  const related = page.getByRole('list', { name: 'Related' });
  await expect(related).toContainText('Webhooks are delayed');
  await page.getByRole('button', { name: /No longer related/ }).click();
  await expect(related).toBeHidden();
  await more(page, 'Merge into another incident');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(timeline(page)).toContainText(/Merged into INC-\w{4} Webhooks are delayed/);
  await expect(activeIncidents(page)).not.toContainText('Checkout errors');
  await more(page, 'Undo the merge');
  await expect(activeIncidents(page)).toContainText('Checkout errors');
});

test('an incident without a channel is made private and public by the palette', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('make private');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Private', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('make public');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText(/public/i);
});

test('an incident is exported into one file, which can be saved', async ({ desktop, shell }) => {
  test.skip(shell === 'electron', 'a browser tells of its downloads');
  const { page } = desktop;
  await declare(page, 'Slow');
  await addNote(page, 'kept');
  await page.getByRole('button', { name: 'Export' }).click();
  const told = page.getByRole('status', { name: 'Export' });
  await expect(told).toContainText(/\.[a-z]+ \(\d+ kB\)/);
  const path = ((await told.textContent()) ?? '').replace(/ \(.*$/, '');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const saved = await (await downloading).path();
  expect(readFileSync(saved)).toEqual(readFileSync(path));
});
