import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { CLIENT_ID, TOKEN_SECONDS } from '../fixtures/slack-server.ts';
import { addNote, declare, syncStatus } from '../gestures/incident.ts';

test.skip(({ shell }) => shell === 'electron', 'Slack’s page opens in the system’s own browser');

const synced = (page: Page) => expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });

/** Presses the button of Settings. @returns Slack's page in the browser */
async function toSlack(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Sign in with Slack' }).click();
  return opened;
}

async function enterClientId(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Client ID of your Slack app').fill(CLIENT_ID);
}

test('a person signs in at Slack’s own page, works, stays signed in, and does so again after a restart', {
  tag: '@long',
}, async ({ desktop, slack }) => {
  test.slow();
  const { page } = desktop;
  await declare(page, 'Before Slack');
  await enterClientId(page);
  const theirs = await toSlack(page);
  await expect(page.getByText(/Waiting for you at Slack/)).toBeVisible();
  await theirs.getByRole('link', { name: 'Ana Lovelace' }).click();
  await expect(theirs.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
  await expect(page.getByText('Acme')).toBeVisible();
  await synced(page);
  const renewed = () => slack.renewals();
  await expect.poll(renewed, { timeout: 1.5 * TOKEN_SECONDS * 1_000 }).toBeGreaterThan(0);
  await declare(page, 'With another token');
  await addNote(page, 'Nobody noticed.');
  await synced(page);
  const again = await desktop.killAndRestart();
  await again.page.getByRole('link', { name: 'Settings' }).click();
  await expect(syncStatus(again.page)).toContainText('signed out of Slack');
  const once = await toSlack(again.page);
  await once.getByRole('link', { name: 'Ana Lovelace' }).click();
  await expect(once.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
  await synced(again.page);
});

test('whoever presses Cancel at Slack is told so on both pages, and can try again', async ({
  desktop,
}) => {
  const { page } = desktop;
  await enterClientId(page);
  const theirs = await toSlack(page);
  await theirs.getByRole('link', { name: 'Cancel' }).click();
  await expect(theirs.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Cancel was pressed');
  const second = await toSlack(page);
  await expect(
    second.getByRole('heading', { name: 'Quarterdeck asks to be let in' }),
  ).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with Slack' })).toBeVisible();
});

test('what is no client ID is told so at the field', async ({ desktop }) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Client ID of your Slack app').fill('A012345');
  await page.getByRole('button', { name: 'Sign in with Slack' }).click();
  await expect(page.getByText('This is not a client ID.')).toBeVisible();
});
