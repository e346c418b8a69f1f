import { expect, test } from '../fixtures/desktop.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import {
  activeIncidents,
  addAction,
  declare,
  openIncident,
  syncStatus,
  timeline,
} from '../gestures/incident.ts';
import { chooseIn, part, writeInPlace } from '../gestures/panel.ts';
import { violations } from '../gestures/violations.ts';

/** What is told by another desktop comes within this. */
const TOLD = { timeout: 30_000 };

test('the lead is handed over with a brief, read and confirmed on another desktop', {
  tag: '@long',
}, async ({ startDesktop, shell }) => {
  test.slow();
  const ana = await startDesktop(TOKENS.ana);
  const ben = await startDesktop(TOKENS.ben);
  await expect(syncStatus(ana.page)).toHaveText('Synced', { timeout: 40_000 });
  await declare(ana.page, 'Webhooks late');
  await writeInPlace(ana.page, 'Symptoms', 'Webhooks come 20 min late');
  await addAction(ana.page, 'Drain the queue');
  await expect(activeIncidents(ben.page)).toContainText('Webhooks late', TOLD);
  await openIncident(ben.page, 'Webhooks late');
  await part(ana.page, 'Roles').getByRole('button', { name: 'Got it' }).click();
  await ana.page.keyboard.press('h');
  await expect(ana.page.getByRole('textbox', { name: 'What worries you?' })).toBeFocused();
  await ana.page.keyboard.type('The disk fills again at four');
  await expect(part(ana.page, 'Brief')).toContainText('Webhooks come 20 min late');
  await expect(part(ana.page, 'Brief')).toContainText('Nobody: Drain the queue');
  await chooseIn(ana.page.getByRole('dialog'), /Hand over the lead to/, 'Ben');
  if (shell === 'loopback') {
    expect(await violations(ana.page)).toEqual([]);
  }
  await ana.page.getByRole('button', { name: 'Offer the lead' }).click();
  await expect(ana.page.getByText(/Lead offered to Ben, not answered yet/)).toBeVisible();
  await ben.page.getByRole('button', { name: 'Read and answer' }).click(TOLD);
  const sheet = ben.page.getByRole('dialog');
  await expect(sheet).toContainText('Ana hands the lead over to you.');
  await expect(sheet).toContainText('Worried about: The disk fills again at four');
  await expect(sheet.getByRole('button', { name: 'Take the lead' })).toBeFocused();
  await ben.page.keyboard.press('Enter');
  await expect(part(ben.page, 'Roles')).toContainText('You are leading now.');
  await expect(timeline(ben.page)).toContainText('Hand-over confirmed');
  await expect(part(ana.page, 'Roles')).toContainText('Ben', TOLD);
  await expect(ana.page.getByText(/not answered yet/)).toHaveCount(0);
});

test('an offer is taken back, and until then everybody sees it', async ({ startDesktop }) => {
  const { page } = await startDesktop(TOKENS.ana);
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  await declare(page, 'Slow');
  await part(page, 'Roles').getByRole('button', { name: 'Hand over' }).click();
  await chooseIn(page.getByRole('dialog'), /Hand over the lead to/, 'Ben');
  await page.getByRole('button', { name: 'Offer the lead' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(timeline(page)).toContainText('Hand-over taken back');
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0);
});

test('declare, update, hand over, resolve: all by keyboard', { tag: '@long' }, async ({
  startDesktop,
}) => {
  test.slow();
  const { page } = await startDesktop(TOKENS.ana);
  const { page: other } = await startDesktop(TOKENS.ben);
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: "What's happening?" })).toBeFocused();
  await page.keyboard.type('Checkout errors');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout errors', level: 1 })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('textbox', { name: 'Conditions' })).toBeFocused();
  await page.keyboard.type('Rolling back. ');
  await page.keyboard.press('Control+Enter');
  await expect(timeline(page)).toContainText('Rolling back.');
  await page.keyboard.press('h');
  await expect(page.getByRole('textbox', { name: 'What worries you?' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Ben' })).toBeVisible();
  await page.keyboard.type('Ben');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Lead offered to Ben/)).toBeVisible();
  await expect(activeIncidents(other)).toContainText('Checkout errors', TOLD);
  await other.keyboard.press('j');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('button', { name: 'Read and answer' })).toBeVisible(TOLD);
  await other.keyboard.press('r');
  await expect(other.getByRole('button', { name: 'Take the lead' })).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(part(other, 'Roles')).toContainText('You are leading now.');
  await other.keyboard.press('c');
  await other.keyboard.type('/status resolved');
  await other.keyboard.press('Control+Enter');
  await expect(part(other, 'After the incident')).toBeVisible();
  await expect(part(page, 'After the incident')).toBeVisible(TOLD);
});
