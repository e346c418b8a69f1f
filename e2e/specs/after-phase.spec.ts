import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/desktop.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import { addNote, choose, declare, syncStatus, timeline } from '../gestures/incident.ts';
import { choosing, dropOn, exported } from '../gestures/incident-file.ts';
import { writeInPlace } from '../gestures/panel.ts';
import {
  openPostMortem,
  postMortem,
  savedSign,
  startPostMortem,
  writeUnder,
} from '../gestures/post-mortem.ts';
import { violations } from '../gestures/violations.ts';

test('the whole after-phase without a network, and all of it in Slack afterwards', {
  tag: '@long',
}, async ({ startDesktop, slackServer, shell }) => {
  test.skip(slackServer === 'emulate', 'what is said there is the same');
  const desktop = await startDesktop(TOKENS.ana);
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  await desktop.cable.cut();
  await addNote(page, '5xx from eu-west only');
  await choose(page, 'Status', 'Resolved');
  await expect(timeline(page)).toContainText('Resolved');
  await startPostMortem(page, 'Short');
  await writeUnder(page, 'What we learned', 'We watched the mean, and it hid one region.');
  await page.getByRole('button', { name: 'Owner' }).click();
  await page.getByRole('option', { name: /^Ana/ }).click();
  await page.getByRole('button', { name: /^Ready: / }).click();
  await writeInPlace(page, 'Summary', 'Checkout failed for one region for an hour.');
  await writeInPlace(page, 'Impact', '1,200 checkouts failed.');
  await page.getByRole('button', { name: 'Add follow-up', exact: true }).click();
  await page.keyboard.type('Alert by region');
  await page.keyboard.press('Enter');
  for (const said of ['one region for an hour', '1,200 checkouts', 'Alert by region'])
    await expect(postMortem(page)).toContainText(said);
  for (const state of ['In review', 'Reviewed']) {
    await page.getByRole('button', { name: / State$/ }).click();
    await page.getByRole('option', { name: state }).click();
    await expect(page.getByRole('button', { name: `${state} State` })).toBeVisible();
  }
  await expect(savedSign(page)).toHaveText('Saved');
  if (shell !== 'electron') {
    await page.getByRole('button', { name: 'Export' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
    const text = readFileSync((await (await saving).path()) ?? '', 'utf8');
    for (const said of ['We watched the mean', '1,200 checkouts', 'Alert by region'])
      expect(text).toContain(said);
  }
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Share in Slack' }).click();
  await expect(page.getByText('Waits for Slack', { exact: true })).toBeVisible();
  await desktop.cable.restore();
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  await expect(page.getByText(/^Shared in #inc-/)).toBeVisible({ timeout: 40_000 });
  // Another desktop, which knows nothing but what Slack has.
  const other = await startDesktop(TOKENS.ana);
  await expect(syncStatus(other.page)).toHaveText('Synced', { timeout: 40_000 });
  await other.page
    .getByRole('link', { name: /Checkout errors in EU/ })
    .first()
    .click();
  await openPostMortem(other.page);
  await expect(postMortem(other.page)).toContainText('We watched the mean', { timeout: 40_000 });
  await expect(postMortem(other.page)).toContainText('Alert by region', { timeout: 40_000 });
});

test('two people begin and write one post-mortem, each without a network: one document, no dialog', async ({
  startDesktop,
}) => {
  test.slow();
  const ana = (await startDesktop()).page;
  const ben = (await startDesktop()).page;
  await declare(ana, 'Split brain');
  const file = await exported(ana);
  await ben.getByRole('button', { name: 'Open an incident file' }).click();
  await choosing(ben, file);
  await ben.getByRole('button', { name: /^Open INC-/ }).click();
  await startPostMortem(ana, 'Short');
  await startPostMortem(ben, 'Short');
  await writeUnder(ben, 'What we learned', 'Ben: the standby had no alert. ');
  await writeUnder(ana, 'What we learned', 'Ana: we trusted one graph');
  await expect(savedSign(ben)).toHaveText('Saved');
  await ben.getByRole('link', { name: 'Back to the incident' }).click();
  const bens = await exported(ben);
  // Ana is in the middle of her sentence when his words arrive.
  expect(await dropOn(ana, bens)).toBe(true);
  await expect(ana.getByRole('list', { name: 'Incident files' })).toContainText('Merged:');
  await ana.keyboard.press('Escape');
  await expect(postMortem(ana)).toContainText('Ben: the standby had no alert.');
  await postMortem(ana).focus();
  // The editor puts the caret back where it was a moment after it has the focus again.
  const atCaret = () => ana.evaluate(() => getSelection()?.anchorNode?.textContent ?? '');
  await expect.poll(atCaret).toContain('Ana: we trusted one graph');
  await ana.keyboard.type(', and nobody asked.');
  await expect(postMortem(ana)).toContainText('Ana: we trusted one graph, and nobody asked.');
  const headings = postMortem(ana).getByRole('heading', { name: 'What we learned' });
  await expect(headings).toHaveCount(1);
  for (let step = 0; step < 4; step += 1) await ana.keyboard.press('Control+z');
  await expect(postMortem(ana)).not.toContainText('Ana:');
  await expect(postMortem(ana)).toContainText('Ben: the standby had no alert.');
  for (let step = 0; step < 4; step += 1) await ana.keyboard.press('Control+Shift+z');
  await expect(postMortem(ana)).toContainText('Ana: we trusted one graph, and nobody asked.');
  await expect(savedSign(ana)).toHaveText('Saved');
  await ana.getByRole('link', { name: 'Back to the incident' }).click();
  expect(await dropOn(ben, await exported(ana))).toBe(true);
  await ben.keyboard.press('Escape');
  await openPostMortem(ben);
  await expect(postMortem(ben)).toContainText('Ana: we trusted one graph, and nobody asked.');
  await expect(postMortem(ben)).toContainText('Ben: the standby had no alert.');
  const text = (page: Page) => postMortem(page).getByRole('paragraph').allTextContents();
  await openPostMortem(ana);
  // What follows the timeline stands there once that is read.
  await expect(async () => expect(await text(ben)).toEqual(await text(ana))).toPass();
});

test('a lead makes it ready beside the text, and asks people to the debrief by a file', async ({
  desktop,
  shell,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page, 'Short');
  await page.getByRole('button', { name: /^Ready: 0 of/ }).click();
  const ready = page.getByRole('list', { name: 'Readiness' });
  await ready.getByRole('button', { name: /Say in two sentences/ }).click();
  await page.keyboard.type('Checkout failed for one region.');
  await page.keyboard.press('Enter');
  await ready.getByRole('button', { name: /^Set: Impact began/ }).click();
  await page.keyboard.press('Enter');
  await expect(ready.getByRole('button', { name: /^Set: Detected/ })).toBeVisible();
  await page.getByRole('button', { name: 'Add follow-up', exact: true }).click();
  await page.keyboard.type('Alert by region');
  await page.keyboard.press('Enter');
  await expect(postMortem(page)).toContainText('Alert by region');
  if (shell !== 'electron') expect(await violations(page), 'Readiness').toEqual([]);
  await ready.getByRole('button', { name: /Set when it is discussed/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Debrief' });
  await expect(sheet.getByLabel('When')).not.toHaveValue('');
  if (shell === 'electron') return void (await sheet.getByText('Set date only').click());
  expect(await violations(page), 'Debrief').toEqual([]);
  const saving = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save invitation' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  expect(readFileSync((await file.path()) ?? '', 'utf8')).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  await expect(page.getByRole('button', { name: /^Debrief \w+, / })).toBeVisible();
  await expect(ready.getByRole('button', { name: /discussed \(done\)/ })).toBeVisible();
});

test('it leaves as Markdown, without what is kept among those who write it', async ({
  desktop,
  shell,
}) => {
  test.skip(shell === 'electron', 'files are saved by the shell there');
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page, 'Short');
  await writeUnder(page, 'What we learned', 'One graph hid one region.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/priv');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ask Ben first.');
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  const text = readFileSync((await file.path()) ?? '', 'utf8');
  expect(text).toContain('One graph hid one region.');
  expect(text).toContain('Checkout errors in EU');
  expect(text).not.toContain('Ask Ben first.');
  expect(text).not.toContain('Where did we get lucky?');
});
