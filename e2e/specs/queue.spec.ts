import { expect, test } from '../fixtures/desktop.ts';
import { addNote, declare, syncStatus, timeline } from '../gestures/incident.ts';

test('what waits while Slack is away is shown, corrected, cancelled and put back', async ({
  startDesktop,
}) => {
  const { page, cable } = await startDesktop('xoxp-ana');
  await declare(page, 'Slow');
  await expect(syncStatus(page)).toHaveText('Synced');
  await cable.cut();
  await addNote(page, 'Only eu-wst.');
  await addNote(page, 'Not needed.');
  await expect(syncStatus(page)).toContainText('2 changes waiting');
  await page.getByRole('link', { name: 'Show' }).click();
  const queue = page.getByRole('list', { name: 'Queue' });
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  const typo = queue.getByRole('listitem').filter({ hasText: 'Only eu-wst.' });
  await typo.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Only eu-west.');
  // Refused in words while it is being tried once more: then one saves again in a moment.
  await expect(async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(queue).toContainText('Only eu-west.');
  const spare = queue.getByRole('listitem').filter({ hasText: 'Not needed.' });
  await spare.getByRole('button', { name: 'Cancel' }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  await spare.getByRole('button', { name: 'Cancel' }).click();
  await cable.restore();
  await expect(page.getByText('Nothing waits.')).toBeVisible({ timeout: 30_000 });
  await page.goBack();
  await expect(timeline(page)).toContainText('Only eu-west.');
  await expect(timeline(page)).not.toContainText('Not needed.');
});
