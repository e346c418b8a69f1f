import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import {
  activeIncidents,
  addAction,
  addNote,
  allCalm,
  choose,
  declare,
  openIncident,
  syncStatus,
  timeline,
} from '../gestures/incident.ts';
import { choosing, dropOn, exported } from '../gestures/incident-file.ts';
import { violations } from '../gestures/violations.ts';

const files = (page: Page) => page.getByRole('list', { name: 'Incident files' });
const synced = (page: Page) => expect(syncStatus(page)).toHaveText('Synced', { timeout: 75_000 });

test('an incident goes over as a file while Slack is away; both go on, and all is merged', {
  tag: '@long',
}, async ({ startDesktop }) => {
  test.slow();
  const ana = await startDesktop(TOKENS.ana);
  const ben = await startDesktop(TOKENS.ben);
  await synced(ana.page);
  await synced(ben.page);
  await ana.cable.cut();
  await ben.cable.cut();
  await declare(ana.page, 'Split brain');
  await addNote(ana.page, 'Before the file.');
  const file = await exported(ana.page);
  await ben.page.getByRole('button', { name: 'Open an incident file' }).click();
  await choosing(ben.page, file);
  await expect(files(ben.page)).toContainText(/INC-\w{4} Split brain/);
  await expect(files(ben.page)).toContainText(/Merged: \d+ changes that were not here\./);
  await ben.page.getByRole('button', { name: /^Open INC-/ }).click();
  await expect(timeline(ben.page)).toContainText('Before the file.');
  await choose(ben.page, 'Status', 'Fixing');
  await addAction(ben.page, 'Light a candle');
  await addNote(ana.page, 'After the file.');
  expect(await dropOn(ana.page, await exported(ben.page))).toBe(true);
  await expect(files(ana.page)).toContainText(/Merged: \d+ changes that were not here\./);
  await ana.page.keyboard.press('Escape');
  await expect(timeline(ana.page)).toContainText('Status: Triage → Fixing');
  await ana.cable.restore();
  await ben.cable.restore();
  await synced(ana.page);
  await synced(ben.page);
  for (const { page } of [ana, ben]) {
    for (const text of ['Before the file.', 'After the file.', 'Light a candle', '→ Fixing']) {
      await expect(timeline(page)).toContainText(text, { timeout: 30_000 });
    }
    await expect(activeIncidents(page).getByRole('listitem')).toHaveCount(1);
  }
});

test('a file that cannot be taken is refused in words, and nothing changes', {
  tag: '@long',
}, async ({ startDesktop, shell }) => {
  const ana = await startDesktop();
  await declare(ana.page, 'Slow');
  await addNote(ana.page, 'kept');
  const { name, bytes } = await exported(ana.page);
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(changed.length - 20) ^ 1, changed.length - 20);
  const newer = Buffer.from(
    bytes.toString('latin1').replace('"quarterdeck":1', '"quarterdeck":99'),
    'latin1',
  );
  const huge = Buffer.from(
    bytes.toString('latin1').replace(/"bytes":\d+/, '"bytes":999999999999'),
    'latin1',
  );
  const { page } = await startDesktop();
  await page.keyboard.press('Control+o');
  await choosing(
    page,
    { name: 'cut.quarterdeck', bytes: bytes.subarray(0, -10) },
    { name: 'changed.quarterdeck', bytes: changed },
    { name: 'newer.quarterdeck', bytes: newer },
    { name: 'huge.quarterdeck', bytes: huge },
    { name: 'holiday.zip', bytes: Buffer.from('PK not ours') },
    { name: 'empty.quarterdeck', bytes: Buffer.alloc(0) },
  );
  const told = files(page).getByRole('listitem');
  await expect(told.nth(0)).toContainText(/not as it was made: .* Have it sent again/);
  await expect(told.nth(1)).toContainText(/not as it was made: .* Have it sent again/);
  await expect(told.nth(2)).toContainText('A newer Quarterdeck made this file.');
  await expect(told.nth(3)).toContainText('larger than Quarterdeck takes.');
  await expect(told.nth(4)).toContainText('not an incident file of Quarterdeck.');
  await expect(told.nth(5)).toContainText('not an incident file of Quarterdeck.');
  if (shell === 'loopback') {
    expect(await violations(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(allCalm(page)).toBeVisible();
  // What was mended can be tried again at once, and an image is no incident.
  expect(await dropOn(page, { name: 'graph.png', bytes }, 'image/png')).toBe(false);
  expect(await dropOn(page, { name, bytes })).toBe(true);
  await expect(files(page)).toContainText('Merged:');
  await expect(told).toHaveCount(1);
  expect(await dropOn(page, { name, bytes })).toBe(true);
  await expect(files(page)).toContainText('Nothing new: all of it was here already.');
  await page.getByRole('button', { name: 'Done' }).click();
  await openIncident(page, 'Slow');
  await expect(timeline(page)).toContainText('kept');
});
