import { expect, test } from '../fixtures/desktop.ts';
import { actions, addAction, declare, timeline } from '../gestures/incident.ts';
import { chooseIn } from '../gestures/panel.ts';
import { violations } from '../gestures/violations.ts';

test('a lead who does too much is reminded in one line, and puts it off with a reason', {
  tag: '@long',
}, async ({ desktop, shell }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  for (const text of ['Restart db-2', 'Read the logs', 'Ask payments']) {
    await addAction(page, text);
    await chooseIn(actions(page).getByRole('listitem').filter({ hasText: text }), /Owner/, 'me');
  }
  const reminder = page.getByRole('group', { name: 'Reminder' });
  await expect(reminder).toContainText(/You own 3 open actions\. Delegate\?/);
  if (shell === 'loopback') {
    expect(await violations(page)).toEqual([]);
  }
  await actions(page).getByText('Ask payments').click();
  await expect(reminder).toHaveCount(0);
  await actions(page).getByText('Ask payments').click();
  await expect(reminder).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('textbox', { name: 'Why?' })).toBeFocused();
  await page.keyboard.type('Ben is asleep until six');
  await page.keyboard.press('Enter');
  await expect(reminder).toHaveCount(0);
  await expect(timeline(page)).toContainText(
    'Delegating put off by 10 min: Ben is asleep until six',
  );
});
