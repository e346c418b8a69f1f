import { expect, test } from '../fixtures/desktop.ts';
import {
  actions,
  activeIncidents,
  addAction,
  allCalm,
  choose,
  declare,
  timeline,
} from '../gestures/incident.ts';

test('an incident is declared, led and changed by keyboard alone', async ({ desktop }) => {
  const { page } = desktop;
  await expect(allCalm(page)).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: "What's happening?" })).toBeFocused();
  await page.keyboard.type('Checkout errors in EU');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout errors in EU' })).toBeVisible();
  await expect(page.getByText(/^INC-[0-9A-Z]{4}$/).first()).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toBeFocused();
  await page.keyboard.type('Only eu-west.');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('Only eu-west.');
});

test('every change is in the timeline by itself', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors');
  await choose(page, 'Severity', 'Major');
  await choose(page, 'Status', 'Fixing');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Checkout errors in EU');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout errors in EU' })).toBeVisible();
  await choose(page, 'Lead', 'Nobody');
  for (const sentence of [
    'Declared (Minor): Checkout errors',
    'Severity: Minor → Major',
    'Status: Triage → Fixing',
    'Renamed: Checkout errors → Checkout errors in EU',
    'Lead: nobody',
  ]) {
    await expect(timeline(page)).toContainText(sentence);
  }
  await expect(activeIncidents(page)).toContainText('Checkout errors in EU');
});

test('an action is added, given to somebody and completed', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await addAction(page, 'Roll back to 41f2');
  await actions(page).getByRole('button', { name: /Owner/ }).click();
  await page.getByRole('option', { name: /me/ }).click();
  await expect(timeline(page)).toContainText(/Action for .*: Roll back to 41f2/);
  // The box itself is drawn; a person clicks what stands beside it.
  await actions(page).getByText('Roll back to 41f2').click();
  await expect(actions(page).getByRole('checkbox')).toBeChecked();
  await expect(timeline(page)).toContainText('Done: Roll back to 41f2');

  // Two presses so fast that the second comes while the first is being saved.
  await addAction(page, 'Ask payments');
  await addAction(page, 'Page the DBA');
  const open = actions(page).getByRole('checkbox', { checked: false });
  await expect(open).toHaveCount(2);
  await open.evaluateAll((boxes) => {
    for (const box of boxes) (box as HTMLElement).click();
  });
  await expect(timeline(page)).toContainText('Done: Ask payments');
  await expect(timeline(page)).toContainText('Done: Page the DBA');
});

test('an empty and an endless name are refused in words, and nothing typed is lost', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.getByRole('button', { name: 'Declare incident' }).click();
  const field = page.getByRole('textbox', { name: "What's happening?" });
  await field.press('Enter');
  await expect(page.getByText('Say what is happening.')).toBeVisible();
  const endless = 'x'.repeat(10_000);
  await field.fill(endless);
  await field.press('Enter');
  await expect(page.getByText('A name can have 150 characters. Shorten it.')).toBeVisible();
  await expect(field).toHaveValue(endless);
  await page.keyboard.press('Escape');
  await expect(allCalm(page)).toBeVisible();
});

test('what looks like markup is text', async ({ desktop }) => {
  const { page } = desktop;
  const hostile = '<img src=x onerror=alert(1)> <!channel> \u202Eevil';
  page.on('dialog', () => {
    throw new Error('a dialog opened');
  });
  await declare(page, hostile);
  const field = page.getByRole('textbox', { name: 'Add to the timeline' });
  await field.fill(`${hostile} <script>alert(2)</script>`);
  await field.press('Enter');
  await expect(timeline(page)).toContainText('⟨RLO⟩evil <script>alert(2)</script>');
  await expect(page.locator('img[src=x]')).toHaveCount(0);
});

test('a long timeline loads as one scrolls up', { tag: '@long' }, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Long night');
  for (let i = 0; i < 130; i++) {
    await page.getByRole('textbox', { name: 'Add to the timeline' }).fill(`entry ${i}.`);
    await page.getByRole('textbox', { name: 'Add to the timeline' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toHaveValue('');
  }
  await page.reload();
  await expect(timeline(page)).toContainText('entry 129.');
  await expect(async () => {
    await timeline(page).hover();
    await page.mouse.wheel(0, -4_000);
    await expect(timeline(page)).toContainText('Declared (Minor): Long night', { timeout: 500 });
  }).toPass();
});
