import { readFileSync } from 'node:fs';
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

test('keys in front of any program are of the app only, and a tab says so', async ({ desktop }) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('region', { name: 'Shortcuts' })).toContainText(
    'are of the desktop app only',
  );
});

test('diagnostics tell how this desktop fares; what is saved of them is read before', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  const index = page.getByRole('navigation', { name: 'Sections' });
  await index.getByRole('button', { name: 'Diagnostics' }).click();
  await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeFocused();
  await page.getByRole('link', { name: 'Open diagnostics' }).click();
  await expect(page.getByRole('region', { name: 'What stands out' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'This computer' })).toContainText('Schema');
  await page.getByRole('button', { name: 'Save diagnostics file' }).click();
  const read = await page.getByRole('region', { name: 'The file' }).innerText();
  expect(read).toContain('engine.started');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^quarterdeck-diagnostics-.*\.json$/);
  // What was read is what is saved, letter by letter.
  expect(readFileSync(await saved.path(), 'utf8').trim()).toBe(read.trim());
});

test('roles, quiet hours and density are set for this desktop', { tag: '@long' }, async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  const deputy = page.getByRole('form', { name: 'Role Deputy' });
  await deputy.getByRole('textbox', { name: 'Name of Deputy' }).fill('Second');
  await deputy.getByRole('textbox', { name: 'Duty of Deputy' }).fill('Keep the clock.');
  await deputy.getByRole('button', { name: 'Save' }).click();
  await expect(deputy.getByRole('button', { name: 'Save' })).toBeHidden();
  await page.getByLabel('Quiet from').fill('09:30');
  await expect(page.getByText('Leave an hour a day in which you can be reminded.')).toBeVisible();
  await page.getByLabel('Quiet from').fill('22:15');
  await page.getByText('Quiet at weekends').click();
  await page.getByRole('button', { name: 'Compact' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await page.reload();
  await expect(page.getByLabel('Quiet from')).toHaveValue('22:15');
  await expect(page.getByRole('switch', { name: 'Quiet at weekends' })).not.toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await declare(page, 'Slow');
  await page.getByRole('textbox', { name: 'Add to the timeline' }).fill('/role second @me');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are Second now.')).toBeVisible();
  await expect(page.getByText('Keep the clock.')).toBeVisible();
});

test('a team writes its own template, is told its mistakes at the line, and loses nothing', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Copy Short' }).click();
  const form = page.getByRole('form', { name: 'Template Short copy' });
  await form.getByRole('textbox', { name: 'Sections' }).fill('## What happened\n[Timelin]');
  await page.reload();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('Line 2: There is no live block “Timelin”.');
  await page.keyboard.type('[Timeline]');
  await form.getByRole('textbox', { name: 'Name' }).fill('Ours');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const rules = page.getByRole('list', { name: 'Rules of blameless writing' });
  await rules.getByRole('switch', { name: 'obviously' }).press(' ');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('textbox', { name: 'Phrases, one a line' }).fill('as always');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Say when.');
  await page.keyboard.press('Enter');
  await expect(rules).toContainText('as always');
  await expect(rules.getByRole('switch', { name: 'obviously' })).not.toBeChecked();
  await declare(page, 'Slow');
  await page.goto(`${page.url()}/post-mortem`);
  await page.getByRole('button', { name: 'Ours' }).click();
  await page.getByRole('button', { name: 'Start post-mortem' }).click();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
});
