import { expect, inTheDark, test } from '../fixtures/desktop.ts';
import { addAction, addNote, allCalm, choose, declare, timeline } from '../gestures/incident.ts';
import { violations } from '../gestures/violations.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `every screen is free of violations, ${colorScheme}`,
    inTheDark(colorScheme),
    async ({ desktop, shell }) => {
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
      await page.getByRole('listitem').filter({ hasText: 'Only eu-west.' }).focus();
      await page.keyboard.press('p');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Happened')).toBeVisible();
      expect(await violations(page), 'An entry with its details').toEqual([]);
      await page.keyboard.press('t');
      await expect(page.getByLabel('When it happened')).toBeFocused();
      expect(await violations(page), 'An entry that is moved').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Go to time' }).click();
      await expect(page.getByLabel('Time to go to')).toBeFocused();
      expect(await violations(page), 'Going to a time').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Settings' }).click();
      await expect(page.getByLabel('Slack token')).toBeVisible();
      expect(await violations(page), 'Settings').toEqual([]);
      await page.evaluate(() => {
        location.hash = '#/diagnostics';
      });
      await expect(page.getByRole('region', { name: 'This computer' })).toBeVisible();
      expect(await violations(page), 'Diagnostics').toEqual([]);
      await page.getByRole('button', { name: 'Save diagnostics file' }).click();
      await expect(page.getByRole('region', { name: 'The file' })).toBeVisible();
      expect(await violations(page), 'Diagnostics file').toEqual([]);
    },
  );

  test(
    `what lies over an incident is free of violations, ${colorScheme}`,
    inTheDark(colorScheme),
    async ({ desktop, shell }) => {
      test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
      const { page } = desktop;
      await page.emulateMedia({ colorScheme });
      await declare(page, 'Checkout errors in EU');
      await addNote(page, 'Roll back');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
      await page.keyboard.type('roll');
      await expect(page.getByRole('option', { name: /Roll back/ }).first()).toBeVisible();
      expect(await violations(page), 'Palette').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: 'Add to the timeline' }).fill('/s');
      await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible();
      expect(await violations(page), 'Composer').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: 'Add to the timeline' }).fill('');
    },
  );

  test(
    `what is done about a whole incident is free of violations, ${colorScheme}`,
    inTheDark(colorScheme),
    async ({ desktop, shell }) => {
      test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
      const { page } = desktop;
      await page.emulateMedia({ colorScheme });
      await declare(page, 'Checkout errors in EU');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: 'Pause' })).toBeVisible();
      expect(await violations(page), 'More').toEqual([]);
      await page.getByRole('menuitem', { name: 'Pause' }).click();
      await expect(page.getByRole('textbox', { name: 'Why?' })).toBeFocused();
      expect(await violations(page), 'Pause').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('button', { name: 'Save a copy' })).toBeVisible();
      expect(await violations(page), 'Export').toEqual([]);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.keyboard.press('q');
      await expect(page.getByRole('list', { name: 'Queue' })).toBeVisible();
      expect(await violations(page), 'Queue').toEqual([]);
      await page.evaluate(() => {
        location.hash = '#/hud';
      });
      await expect(page.getByRole('main', { name: 'HUD' })).toContainText('Triage');
      expect(await violations(page), 'HUD').toEqual([]);
    },
  );

  test(`at 200 % every screen is free of violations, ${colorScheme}`, { tag: '@long' }, async ({
    desktop,
    shell,
  }) => {
    test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
    const { page } = desktop;
    await page.emulateMedia({ colorScheme });
    // What is left of 1280x800.
    await page.setViewportSize({ width: 640, height: 400 });
    await expect(allCalm(page)).toBeVisible();
    expect(await violations(page), 'Desk').toEqual([]);
    await page.getByRole('button', { name: 'Declare incident' }).click();
    await expect(page.getByRole('textbox', { name: "What's happening?" })).toBeFocused();
    expect(await violations(page), 'Declare').toEqual([]);
    await page.keyboard.press('Escape');
    await declare(page, 'Checkout errors in EU');
    await choose(page, 'Severity', 'Critical');
    for (const place of ['eu-west', 'eu-north', 'eu-south', 'eu-east']) {
      for (const count of ['One', 'Two', 'Three']) await addNote(page, `${count} in ${place}.`);
    }
    expect(await violations(page), 'Incident').toEqual([]);
    const first = timeline(page).getByRole('listitem').filter({ hasText: 'Declared' });
    await timeline(page).hover();
    await expect(async () => {
      await page.mouse.wheel(0, -2_000);
      await expect(first).toBeInViewport({ timeout: 500 });
    }).toPass();
    expect(await violations(page), 'Incident, scrolled to its beginning').toEqual([]);
    // The keyboard reaches what is in sight, without taking anybody elsewhere.
    await page.getByRole('button', { name: 'Go to time' }).focus();
    await page.keyboard.press('Tab');
    await expect(timeline(page).locator('li:focus')).toHaveCount(1);
    await expect(first).toBeInViewport();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
    expect(await violations(page), 'Palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await expect(page.getByLabel('Slack token')).toBeVisible();
    expect(await violations(page), 'Settings').toEqual([]);
  });
}
