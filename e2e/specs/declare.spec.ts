import { expect, test } from '../fixtures/desktop.ts';
import { activeIncidents, declare, timeline } from '../gestures/incident.ts';

test('an incident that is over is written down with its times', async ({ desktop }) => {
  const { page } = desktop;
  await page.getByRole('button', { name: 'Declare incident' }).click();
  await page.getByRole('textbox', { name: "What's happening?" }).fill('Certificates ran out');
  // The box itself is drawn; a person clicks what stands beside it.
  await page.getByText('It is over already').click();
  await expect(page.getByRole('button', { name: 'Declare', exact: true })).toBeDisabled();
  await page.getByLabel('Began (if known)').fill('2026-01-10T01:50');
  await page.getByLabel('Ended').fill('2026-01-10T02:50');
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Certificates ran out' })).toBeVisible();
  await expect(timeline(page)).toContainText('Certificates ran out');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Incidents in the after-phase' })).toContainText(
    'Resolved',
  );
});

test('the Desk says of each incident when somebody is to hear next', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await page.keyboard.press('Escape');
  await expect(activeIncidents(page)).toContainText(/First update due in (30:00|29:\d\d)/);
});

test('a link fills a declaration in, and a person declares it', async ({ desktop }) => {
  const { page } = desktop;
  const field = page.getByRole('textbox', { name: "What's happening?" });
  await page.evaluate(() => {
    location.hash = '#/declare?name=Checkout%20%3Cb%3Efails';
  });
  await expect(field).toHaveValue('Checkout <b>fails');
  await expect(activeIncidents(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Declare incident' })).toBeVisible();
  await expect(field).toHaveCount(0);
  // What a person began to write is not taken from them by the next link.
  await page.getByRole('button', { name: 'Declare incident' }).click();
  await field.fill('Mine');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/declare?name=Theirs';
  });
  await expect(field).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
});
