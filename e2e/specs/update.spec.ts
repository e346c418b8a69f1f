import { expect, test } from '../fixtures/desktop.ts';
import { addAction, choose, declare, openIncident, timeline } from '../gestures/incident.ts';
import { violations } from '../gestures/violations.ts';

test('an update is written by keyboard, begun from what is known', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addAction(page, 'Roll back 41f2');
  await expect(page.getByRole('timer', { name: 'Next update' })).toContainText(
    /First update due in (30:00|29:\d\d)/,
  );
  await page.keyboard.press('u');
  const conditions = page.getByRole('textbox', { name: 'Conditions' });
  await expect(conditions).toBeFocused();
  await expect(conditions).toHaveValue('Checkout errors in EU.');
  await expect(page.getByRole('textbox', { name: 'Actions' })).toHaveValue('Roll back 41f2');
  await expect(page.getByRole('textbox', { name: 'Needs' })).toHaveValue(
    'An owner for: Roll back 41f2',
  );
  await expect(page.getByText('Nobody has said yet: symptoms, impact.')).toBeVisible();
  await conditions.fill('Payments fail for one in three.');
  await conditions.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(timeline(page)).toContainText('Payments fail for one in three.');
  await expect(page.getByRole('timer', { name: 'Next update' })).toContainText(/^Update due in/);
});

test('nothing typed is lost, whichever kind and audience one goes to', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await page.getByRole('button', { name: 'Write update' }).click();
  const conditions = page.getByRole('textbox', { name: 'Conditions' });
  await conditions.fill('Half written');
  await page.getByRole('button', { name: 'No news' }).click();
  await expect(conditions).toHaveValue('Still finding out what is wrong.');
  await page.getByRole('button', { name: 'External' }).click();
  await expect(conditions).toHaveValue('We are looking into this: Slow. Scope is not known yet.');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: 'Write update' }).click();
  await expect(conditions).toHaveValue('Half written');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(conditions).toHaveValue('Slow.');
});

test('an update that was begun outlives a kill of the app', { tag: '@long' }, async ({
  startDesktop,
}) => {
  const desktop = await startDesktop();
  await declare(desktop.page, 'Slow');
  await desktop.page.getByRole('button', { name: 'Write update' }).click();
  await desktop.page.getByRole('textbox', { name: 'Conditions' }).fill('Half written');
  // Kept on disk a moment after the last character.
  await desktop.page.waitForTimeout(1_500);
  const { page } = await desktop.killAndRestart();
  await openIncident(page, 'Slow');
  await page.getByRole('button', { name: 'Write update' }).click();
  await expect(page.getByRole('textbox', { name: 'Conditions' })).toHaveValue('Half written');
});

test('no news is posted by two keys', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await page.keyboard.press('w');
  await expect(page.getByRole('button', { name: 'Post update' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('No news: Still finding out what is wrong.');
});

test('customers are told on a clock of their own, in a text that can be taken along', {
  tag: '@long',
}, async ({ desktop }) => {
  const { page } = desktop;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await declare(page, 'Payments fail');
  await choose(page, 'Severity', 'Major');
  await expect(page.getByRole('timer', { name: 'Next external update' })).toContainText(
    /First notice due in/,
  );
  await expect(page.getByRole('timer', { name: 'Next update' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('button', { name: 'External', pressed: true })).toBeVisible();
  await page.getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^We are looking into this: Payments fail\. Scope is not known yet\.\n\nNext update by \d\d:\d\d \S+\.$/,
  );
  await page.getByRole('button', { name: 'Post update' }).click();
  await expect(timeline(page)).toContainText('External update: We are looking into this');
  await expect(page.getByRole('timer', { name: 'Next external update' })).toContainText(
    /Update with the scope due in/,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sheet is free of violations, ${colorScheme}`, { tag: '@long' }, async ({
    desktop,
    shell,
  }) => {
    test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
    const { page } = desktop;
    await page.emulateMedia({ colorScheme });
    await declare(page, 'Slow');
    await page.keyboard.press('u');
    await expect(page.getByRole('textbox', { name: 'Conditions' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
  });
}
