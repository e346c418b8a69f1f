import { expect, test } from '../fixtures/desktop.ts';
import { choose, declare } from '../gestures/incident.ts';

test('a team names its severities, its cadences, its reactions and its fields', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'New severity' }).fill('SEV1');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Choose a word that a newcomer understands, not a number.'),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'New severity' }).fill('Catastrophe');
  await page.keyboard.press('Enter');
  const severities = page.getByRole('list', { name: 'Severities' });
  await expect(severities).toContainText('Catastrophe');
  const cadence = page.getByRole('form', { name: 'Cadence of Catastrophe' });
  await cadence.getByLabel('Then every').first().fill('5');
  await cadence.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByText('Leave at least 10 minutes between two updates, and at most a day.'),
  ).toBeVisible();
  await cadence.getByLabel('Then every').first().fill('15');
  await cadence.getByRole('button', { name: 'Save' }).click();
  await expect(cadence.getByRole('button', { name: 'Save' })).toBeHidden();
  await page.getByRole('textbox', { name: 'New reaction' }).fill(':eyes:');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Reactions' })).toContainText(':eyes:');
  await page.getByRole('textbox', { name: 'New field' }).fill('Region');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Fields' })).toContainText('Region');
  await page.reload();
  await expect(page.getByRole('list', { name: 'Reactions' })).toContainText(':eyes:');
  await declare(page, 'Slow');
  await choose(page, 'Severity', 'Catastrophe');
  await expect(page.getByRole('region', { name: 'Fields' })).toContainText('Region');
});

test('diagnostics tell how this desktop fares, and can be copied', async ({ desktop }) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Schema')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy diagnostics' })).toBeVisible();
});
