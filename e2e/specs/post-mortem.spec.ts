import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { png } from '#shared/domain/testing/png.ts';
import { expect, test } from '../fixtures/desktop.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import { addNote, choose, declare, syncStatus, timeline } from '../gestures/incident.ts';
import { choosing, dropOn, exported } from '../gestures/incident-file.ts';
import { writeInPlace } from '../gestures/panel.ts';
import {
  openPostMortem,
  paste,
  postMortem,
  startPostMortem,
  writeUnder,
} from '../gestures/post-mortem.ts';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

const savedSign = (page: Page) => page.getByRole('status', { name: 'Saved' });

test('what was typed is there after the process was killed 300 ms later', async ({
  desktop,
  shell,
}) => {
  test.skip(shell === 'electron', 'the page and the process are one there');
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page);
  await writeUnder(page, 'What went well', 'The alert fired before anybody called.');
  await page.waitForTimeout(300);
  const again = await desktop.killAndRestart();
  await again.page.getByRole('link', { name: /Checkout errors in EU/ }).click();
  await openPostMortem(again.page);
  await expect(postMortem(again.page)).toContainText('The alert fired before anybody called.');
});

test('an entry of the timeline stands in the text, and leads back to where it is', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addNote(page, '5xx from eu-west only');
  await startPostMortem(page);
  await writeUnder(page, 'What was hard', 'Only one region:');
  const panel = page.getByRole('complementary', { name: 'Beside the text' });
  await panel.getByRole('button', { name: 'All' }).click();
  await panel.getByRole('searchbox', { name: 'Search the evidence' }).fill('eu-west');
  await expect(panel.getByRole('button', { name: /^\d\d:\d\d 5xx/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(postMortem(page)).toBeFocused();
  const evidence = postMortem(page).getByRole('link', { name: '5xx from eu-west only' });
  await expect(evidence).toBeVisible();
  await evidence.click();
  await panel.getByRole('button', { name: /Show in the timeline: 5xx/ }).click();
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('5xx from eu-west only');
});

test('the keyboard alone: headings, lists, tables, find, undo', { tag: '@long' }, async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page);
  await writeUnder(page, 'Mitigators', '/num');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Circuit breakers');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A second region');
  await expect(
    postMortem(page).getByRole('listitem').filter({ hasText: 'A second' }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  // What the log tells stands in tables too.
  const rows = postMortem(page).getByRole('row');
  const others = await rows.count();
  await page.keyboard.type('/table');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Region');
  await page.keyboard.press('Control+Enter');
  await expect(rows).toHaveCount(others + 4);
  await page.keyboard.press('Control+Shift+Backspace');
  await expect(rows).toHaveCount(others + 3);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('second region');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(postMortem(page)).toBeFocused();
  await page.keyboard.type('third one');
  await expect(postMortem(page)).toContainText('A third one');
  await page.keyboard.press('Control+z');
  await expect(postMortem(page)).toContainText('A second region');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toBeVisible();
});

test('what is pasted from elsewhere brings its words, and nothing that runs or is fetched', async ({
  desktop,
}) => {
  const { page } = desktop;
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('evil.test')) fetched.push(request.url());
  });
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page);
  await writeUnder(page, 'Open questions', '');
  await paste(page, {
    html: `<meta><b style="font-weight:normal" id="docs-internal-guid-1"><style>*{display:none}</style>
      <h2 onclick="alert(1)" style="color:red">From Docs</h2>
      <p><span style="font-weight:700">Bold</span> and <a href="javascript:alert(1)">no link</a> and
      <a href="https://acme.test/d">a link</a></p><script>alert(1)</script>
      <img src="https://evil.test/t.gif" alt="A graph" onerror="alert(1)"><iframe src="https://evil.test"></iframe>
      <table><tr><th>Region</th></tr><tr><td>eu-west</td></tr></table></b>`,
    text: 'From Docs',
  });
  await expect(postMortem(page).getByRole('heading', { name: 'From Docs' })).toBeVisible();
  await expect(postMortem(page).getByRole('cell', { name: 'eu-west' })).toBeVisible();
  await expect(postMortem(page).locator('strong', { hasText: 'Bold' })).toBeVisible();
  const links = postMortem(page).locator('a[href]');
  await expect(links).toHaveCount(2);
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'https://acme.test/d',
    'https://evil.test/t.gif',
  ]);
  await expect(
    postMortem(page).locator('script, style, iframe, img[src^=http], [onclick]'),
  ).toHaveCount(0);
  expect(fetched).toEqual([]);
  await expect(savedSign(page)).toHaveText('Saved');
});

test('a book that is pasted does not stop the page', { tag: '@long' }, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page);
  await writeUnder(page, 'Open questions', 'Below: ');
  const line = 'At 02:14 the on-call engineer saw the error rate rise in one region only. ';
  await paste(page, { text: `${`${line.repeat(4)}\n`.repeat(1_500)}The end.` });
  await expect(postMortem(page)).toContainText('The end.');
  await page.keyboard.type('still here');
  await expect(postMortem(page)).toContainText('still here');
  await expect(savedSign(page)).toHaveText('Saved');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a post-mortem is free of violations, ${colorScheme}`, { tag: '@long' }, async ({
    desktop,
    shell,
  }) => {
    test.skip(shell === 'electron', 'axe needs a second page, which the shell denies');
    const { page } = desktop;
    await page.emulateMedia({ colorScheme });
    await declare(page, 'Checkout errors in EU');
    await addNote(page, '5xx from eu-west only');
    await page.getByRole('listitem').filter({ hasText: '5xx' }).focus();
    await page.keyboard.press('p');
    await page.keyboard.press('m');
    await expect(page.getByRole('button', { name: 'Start post-mortem' })).toBeFocused();
    expect(await violations(page), 'Not begun').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(postMortem(page)).toBeVisible();
    await writeUnder(page, 'What we learned', 'Circuit breakers held. /');
    expect(await violations(page), 'Writing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Home');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Which of them?');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Which of them?');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('held');
    expect(await violations(page), 'Comments and find').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await violations(page), 'Export').toEqual([]);
  });
}

test('a frozen block keeps what it says, a followed one says what is so now, and text is text', {
  tag: '@long',
}, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await addNote(page, 'The first finding');
  await startPostMortem(page);
  const block = (name: string) => postMortem(page).getByRole('region', { name });
  await expect(block('Timeline, follows the timeline')).toContainText('The first finding');
  await block('People and roles, follows the timeline')
    .getByRole('button', { name: 'Freeze: People and roles' })
    .click();
  await block('Timeline, follows the timeline')
    .getByRole('button', { name: 'Freeze: Timeline' })
    .click();
  await expect(block('Timeline, frozen')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the incident' }).click();
  await addNote(page, 'The second finding');
  await openPostMortem(page);
  await expect(block('Timeline, frozen')).toContainText('The first finding');
  await expect(block('Timeline, frozen')).not.toContainText('The second finding');
  await block('Timeline, frozen').getByRole('button', { name: 'Follow again: Timeline' }).click();
  await expect(block('Timeline, follows the timeline')).toContainText('The second finding');
  // It is selected now: Enter makes it text, a letter does not replace it.
  await page.keyboard.press('x');
  await expect(block('Timeline, follows the timeline')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(block('Timeline, follows the timeline')).toHaveCount(0);
  const row = postMortem(page).getByRole('row', { name: /The second finding/ });
  await row.getByRole('cell').nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.type(', which nobody expected');
  await expect(row).toContainText('The second finding, which nobody expected');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(block('Timeline, follows the timeline')).toBeVisible();
});

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

test('a pasted picture is shown, described and kept with the evidence', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page, 'Short');
  await writeUnder(page, 'What we learned', 'The graph of that night:');
  await paste(page, { png: Buffer.from(png(320, 200, 90)).toString('base64') });
  await page.getByRole('textbox', { name: 'Description of the picture' }).fill('Errors at 5 %');
  await page.keyboard.press('Enter');
  await expect(postMortem(page)).toBeFocused();
  const picture = postMortem(page).getByRole('img', { name: 'Errors at 5 %' });
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
  // What follows the timeline shows it too.
  const block = postMortem(page).getByRole('region', { name: 'Timeline, follows the timeline' });
  await expect(block.getByRole('img')).toHaveAttribute('src', /^data:image/);
  await expect(savedSign(page)).toHaveText('Saved');
  await page.reload();
  await expect(picture).toBeVisible();
  await paste(page, { png: Buffer.from('no picture').toString('base64') });
  await expect(page.getByRole('alert')).toContainText('was not added');
});

test('phrases that blame are hinted at with a better question, by keys alone, until dismissed', async ({
  desktop,
  shell,
}) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors in EU');
  await startPostMortem(page, 'Short');
  await writeUnder(page, 'What we learned', 'We should have looked by region.');
  const hint = page.getByRole('group', { name: 'Hint' });
  await expect(page.getByRole('button', { name: 'Next hint' })).toBeVisible();
  await expect(hint).toBeHidden();
  await page.keyboard.press('F8');
  await expect(hint).toContainText('What did they see and know at that moment?');
  if (shell !== 'electron') expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
  await expect(postMortem(page)).toBeFocused();
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('button', { name: 'Next hint' })).toBeHidden();
  await writeUnder(page, 'What we learned', 'It was just a flag.');
  await expect(page.getByRole('button', { name: 'Next hint' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Next hint' })).toBeVisible();
  await page.keyboard.press('F8');
  // What was dismissed is so in the document: the first hint that is left is the other one.
  await expect(hint).toContainText('Leave it out: it was not so clear then.');
  await expect(postMortem(page)).toContainText('We should have looked by region.');
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
