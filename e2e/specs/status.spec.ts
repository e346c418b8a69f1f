import { expect, test } from '../fixtures/desktop.ts';
import { actions, addAction, choose, declare, timeline } from '../gestures/incident.ts';
import { chooseIn, part, writeInPlace } from '../gestures/panel.ts';
import { violations } from '../gestures/violations.ts';

test('Monitoring asks how long and what for; to resolve before its end asks why', {
  tag: '@long',
}, async ({ desktop, shell }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await choose(page, 'Status', 'Monitoring');
  const monitoring = part(page, 'Monitoring');
  await monitoring.getByRole('button', { name: '30 min' }).click();
  await expect(monitoring).toContainText(/(30:00|29:\d\d) left/);
  await writeInPlace(page, 'Watch for', '502s over 1 %');
  await chooseIn(monitoring, /Who watches/, 'me');
  await expect(timeline(page)).toContainText('Watching until');
  if (shell === 'loopback') expect(await violations(page)).toEqual([]);
  await choose(page, 'Status', 'Resolved');
  const why = page.getByRole('textbox', { name: /^The soak ends in \d+ min\. Why resolve now\?$/ });
  await expect(why).toBeFocused();
  await page.getByRole('button', { name: 'Keep watching' }).click();
  await expect(monitoring).toBeVisible();
  // Asked the same way wherever it is chosen.
  await page.getByRole('textbox', { name: 'Add to the timeline' }).fill('/status resolved');
  await page.keyboard.press('Enter');
  await expect(why).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('set status resolved');
  await page.keyboard.press('Enter');
  await why.fill('The cause is gone for good');
  await why.press('Enter');
  await expect(timeline(page)).toContainText('Status: Monitoring → Resolved');
  await expect(timeline(page)).toContainText('Because: The cause is gone for good');
});

test('once it is over, what is left to do stands in one list', async ({ desktop, shell }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await addAction(page, 'Write an alert');
  await choose(page, 'Status', 'Resolved');
  const after = part(page, 'After the incident');
  if (shell === 'loopback') expect(await violations(page)).toEqual([]);
  await chooseIn(after, /Owner of the post-mortem/, 'me');
  await chooseIn(after, /Post-mortem due/, 'in 3 d');
  await after.getByRole('button', { name: 'Make follow-ups' }).click();
  await expect(page.getByRole('list', { name: 'Follow-ups' })).toContainText('Write an alert');
  await expect(actions(page).getByRole('listitem')).toHaveAttribute('data-closed', 'true');
  await after.getByRole('button', { name: 'Tell everybody it is over' }).click();
  await expect(page.getByRole('textbox', { name: 'Conditions' })).toHaveValue(
    /^Resolved at \d\d:\d\d \S+\. Post-mortem by/,
  );
  await page.getByRole('button', { name: 'Post update' }).click();
  await expect(after).toContainText('Everybody was told');
});

test('a pause asks why, and holds at once', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await choose(page, 'Status', 'Paused');
  await expect(timeline(page)).toContainText('Status: Triage → Paused');
  await writeInPlace(page, 'Reason', 'The supplier answers on Monday');
  await expect(timeline(page)).toContainText('Because: The supplier answers on Monday');
});
