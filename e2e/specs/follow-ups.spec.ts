import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/desktop.ts';
import { declare } from '../gestures/incident.ts';
import { chooseIn } from '../gestures/panel.ts';
import { violations } from '../gestures/violations.ts';

test('what is left of all incidents is walked by keys, given away, done and saved', async ({
  desktop,
  shell,
}) => {
  const { page } = desktop;
  for (const [name, text] of [
    ['Slow checkout', 'todo Alert on the hit rate'],
    ['Late webhooks', 'todo Write down how to drain a queue'],
  ] as const) {
    await declare(page, name);
    await page.getByRole('textbox', { name: 'Add to the timeline' }).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Follow-ups' })).toContainText(text.slice(5));
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  const all = page.getByRole('region', { name: 'All follow-ups' });
  const rows = all.getByRole('list', { name: 'Open' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Slow checkout');
  await expect(rows.first().getByRole('button', { name: /^Follow-up:/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.last().getByRole('button', { name: /^Follow-up:/ })).toBeFocused();

  if (shell !== 'electron') {
    expect(await violations(page)).toEqual([]);
  }
  await chooseIn(rows.last(), /Owner/, '(me)');
  await all.getByRole('button', { name: 'Mine 1' }).click();
  const mine = all.getByRole('list', { name: 'Mine' }).getByRole('listitem');
  await expect(mine).toHaveCount(1);
  await chooseIn(mine, /State of the follow-up/, 'Done');
  await page.getByRole('textbox', { name: 'How do we know?' }).fill('The runbook was used');
  await page.keyboard.press('Enter');
  await expect(all.getByText('Nothing is left for you.')).toBeVisible();

  await all.getByRole('button', { name: 'All 2' }).click();
  await all.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain('Late webhooks,Write down how to drain a queue,done,');
  expect(csv).toContain('The runbook was used');

  await all.getByRole('link', { name: /Slow checkout/ }).click();
  await expect(page.getByRole('heading', { name: 'Slow checkout' })).toBeVisible();
});
