import { expect, test } from '../fixtures/desktop.ts';
import { addAction, declare, timeline } from '../gestures/incident.ts';

test('the HUD shows the most pressing incident at a glance and takes a note', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.evaluate(() => {
    location.hash = '#/hud';
  });
  await expect(page.getByRole('main', { name: 'HUD' })).toHaveText('All calm');
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await declare(page, 'Checkout errors in EU');
  await addAction(page, 'Roll back');
  await page.setViewportSize({ width: 360, height: 180 });
  await page.evaluate(() => {
    location.hash = '#/hud';
  });
  const hud = page.getByRole('main', { name: 'HUD' });
  await expect(hud).toContainText('1 open action');
  await expect(hud).toContainText(/First update due in/);
  await expect(hud.getByRole('timer', { name: 'Incident clock' })).toBeVisible();
  await hud.getByRole('textbox', { name: 'Add to the timeline' }).fill('Only eu-west.');
  await page.keyboard.press('Enter');
  await expect(hud.getByRole('textbox')).toHaveValue('');
  await hud.getByRole('link', { name: 'Checkout errors in EU' }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(timeline(page)).toContainText('Only eu-west.');
});
