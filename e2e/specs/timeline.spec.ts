import type { Page } from '@playwright/test';
import { HOSTILE } from '../../shared/text/testing/hostile.ts';
import { expect, test } from '../fixtures/desktop.ts';
import { type SlackServer, TOKENS } from '../fixtures/slack-server.ts';
import { addNote, choose, declare, syncStatus, timeline } from '../gestures/incident.ts';

const synced = (page: Page) => expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
const lines = (page: Page) => timeline(page).getByRole('listitem');
/** The line that has the focus. */
const focused = (page: Page) => timeline(page).locator('li:focus');

type Watched = { readonly longTasks: readonly number[] };

/** Writes a note as fast as a program can. */
async function note(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Add to the timeline' });
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

/** Leaves the composer for the timeline, by keys. */
async function toTimeline(page: Page): Promise<void> {
  const field = page.locator('input:focus, textarea:focus');
  // Out of a field first; where there is none, Escape would lead to the Desk.
  if ((await field.count()) > 0) await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(focused(page)).toHaveCount(1);
}

/** An incident whose channel Ben is in. */
async function withBen(page: Page, slack: SlackServer, name: string, end: string) {
  await synced(page);
  await declare(page, name);
  await synced(page);
  const { channels = [] } = await slack.as('ana').conversations.list({ limit: 200 });
  const channel = channels.find((one) => one.name?.endsWith(end))?.id ?? '';
  const ben = slack.as('ben');
  await ben.conversations.join({ channel });
  return { ben, channel };
}

test('with the keyboard alone a line is edited, moved, marked, hidden, and all of it undone', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await addNote(page, 'Only eu-west');
  await addNote(page, 'Rolling back');
  await toTimeline(page);
  await expect(focused(page)).toContainText('Rolling back');
  await page.keyboard.press('k');
  await expect(focused(page)).toContainText('Only eu-west');

  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Entry' })).toBeFocused();
  await page.keyboard.type(' and us-east');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toContainText('Only eu-west and us-east');
  await expect(focused(page)).toContainText(/edited by \S+ \d\d:\d\d/);
  await page.keyboard.press('Enter');
  await expect(focused(page).getByText('Before')).toBeVisible();
  await page.keyboard.press('Enter');

  await page.keyboard.press('t');
  await page.getByLabel('When it happened').fill('2026-01-02T03:04');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toContainText('03:04');
  await expect(focused(page)).toContainText(/moved by \S+, was \d\d:\d\d/);
  await expect(lines(page).first()).toContainText('Only eu-west and us-east');
  await page.keyboard.press('z');
  await expect(lines(page).first()).toContainText('Declared');
  await expect(focused(page)).toContainText('Only eu-west and us-east');

  await page.keyboard.press('p');
  await expect(focused(page).getByRole('img', { name: 'Key moment' })).toBeVisible();
  await page.getByRole('button', { name: 'Key', exact: true }).click();
  await expect(lines(page).filter({ hasText: 'eu-west' })).toBeVisible();
  await expect(timeline(page)).not.toContainText('Rolling back');
  await page.getByRole('button', { name: 'All', exact: true }).click();

  await toTimeline(page);
  await expect(focused(page)).toContainText('Rolling back');
  await page.keyboard.press('x');
  await expect(timeline(page)).not.toContainText('Rolling back');
  await expect(focused(page)).toContainText('Only eu-west and us-east');
  await page.keyboard.press('z');
  await expect(timeline(page)).toContainText('Rolling back');
});

test('what the log tells by itself is hidden, not edited, and says so', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await choose(page, 'Severity', 'Major');
  await toTimeline(page);
  await page.keyboard.press('Home');
  await expect(focused(page)).toContainText('Declared');
  await page.keyboard.press('e');
  await expect(page.getByRole('status', { name: 'Last change' })).toContainText(
    'What the log tells by itself cannot be changed.',
  );
  await page.keyboard.press('x');
  await expect(timeline(page)).not.toContainText('Declared');
  await page.getByRole('button', { name: 'Hidden' }).click();
  await expect(lines(page).first().getByRole('img', { name: 'Hidden' })).toBeVisible();
});

test('the menu has the same commands', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await addNote(page, 'Only eu-west');
  await lines(page).filter({ hasText: 'Only eu-west' }).hover();
  await lines(page)
    .filter({ hasText: 'Only eu-west' })
    .getByRole('button', { name: 'More for this entry' })
    .click();
  await page.getByRole('menuitem', { name: /Mark as key moment/ }).click();
  await expect(timeline(page).getByRole('img', { name: 'Key moment' })).toBeVisible();
});

test('a message is added with one key, and tells when Slack changed it since', async ({
  startDesktop,
  slack,
}) => {
  test.slow();
  const { page } = await startDesktop(TOKENS.ana);
  const { ben, channel } = await withBen(page, slack, 'Slow search', '-slow-search');
  const said = await ben.chat.postMessage({ channel, text: '*p99* at 4 s' });
  await expect(timeline(page)).toContainText('p99 at 4 s', { timeout: 30_000 });
  await toTimeline(page);
  await page.keyboard.press('p');
  await expect(focused(page)).toContainText('from Slack');
  await expect(focused(page).locator('strong')).toHaveText('p99');

  await ben.chat.update({ channel, ts: said.ts ?? '', text: '*p99* at 9 s' });
  await expect(timeline(page)).toContainText('Slack changed this message', { timeout: 60_000 });
  await expect(timeline(page)).toContainText('p99 at 4 s');
  await expect(timeline(page)).toContainText('p99 at 9 s');
  await page.keyboard.press('s');
  await expect(timeline(page)).not.toContainText('Slack changed this message');
  await expect(timeline(page)).not.toContainText('p99 at 4 s');
  await expect(focused(page)).toContainText('p99 at 9 s');
  await page.keyboard.press('z');
  await expect(focused(page)).toContainText('p99 at 4 s');
});

test('what looks like evidence is suggested, with why, and added with one press', {
  tag: '@long',
}, async ({ startDesktop, slack }) => {
  const { page } = await startDesktop(TOKENS.ana);
  const { ben, channel } = await withBen(page, slack, 'Slow carts', '-slow-carts');
  const text = 'Rolled back to 41f2, the rollback is done and errors are down to 0 %';
  await ben.chat.postMessage({ channel, text });
  await expect(timeline(page)).toContainText('Rolled back to 41f2', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Suggested' }).click();
  const suggested = page.getByRole('list', { name: 'Suggested' });
  await expect(suggested).toContainText('Rolled back to 41f2');
  // Letters and arrows work the list; with one away, the next one has the focus.
  await ben.chat.postMessage({
    channel,
    text: 'Maybe the rollback broke the cache, errors are up',
  });
  const rows = suggested.getByRole('listitem');
  await expect(rows).toHaveCount(2, { timeout: 30_000 });
  await rows.first().focus();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('x');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByText('No message looks like something to add.')).toBeVisible();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(lines(page).filter({ hasText: '41f2' })).toContainText('from Slack');
});

test('what arrives moves nothing that is being read, and is counted', { tag: '@long' }, async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Long night');
  for (let i = 0; i < 40; i++) await note(page, `entry ${i}.`);
  await expect(timeline(page)).toContainText('entry 39.');
  await toTimeline(page);
  await page.keyboard.press('Home');
  await expect(focused(page)).toContainText('Declared');
  const place = () => focused(page).evaluate((row) => row.getBoundingClientRect().top);
  const before = await place();
  await choose(page, 'Severity', 'Critical');
  await choose(page, 'Status', 'Fixing');
  const pill = page.getByRole('button', { name: '2 new' });
  await expect(pill).toBeVisible();
  const row = lines(page).filter({ hasText: 'Declared' });
  expect(await row.evaluate((line) => line.getBoundingClientRect().top)).toBe(before);
  await pill.click();
  await expect(focused(page)).toContainText('Fixing');
  await expect(pill).toBeHidden();
});

test('lines that pass too fast to be read are drawn as room alone, and filled when they stand', {
  tag: '@long',
}, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  const trace = Array.from({ length: 12 }, (_, i) => `at frame ${i}`).join('\n');
  for (let i = 0; i < 30; i++) await note(page, `trace ${i}.\n${trace}`);
  const scroller = page.locator(':has(> [aria-label="Timeline"])');
  const rooms = await scroller.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const seen: { readonly empty: number; readonly height: number }[] = [];
    for (let i = 0; i < 8; i++) {
      element.scrollTop -= element.clientHeight * 1.2;
      await frame();
      const rows = [...element.querySelectorAll<HTMLElement>('li[data-index]')];
      const empty = rows.filter((row) => row.textContent === '');
      seen.push({ empty: empty.length, height: Math.min(...empty.map((row) => row.offsetHeight)) });
    }
    return seen;
  });
  const passing = rooms.filter(({ empty }) => empty > 0);
  expect(passing.length).toBeGreaterThan(0);
  for (const { height } of passing) expect(height).toBeGreaterThan(0);
  await expect
    .poll(() =>
      lines(page).evaluateAll((rows) => rows.filter((row) => row.textContent === '').length),
    )
    .toBe(0);
  const inTheMiddle = await scroller.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 200, top + height / 2)?.closest('li')?.textContent;
  });
  expect(inTheMiddle).toContain('at frame 11');
});

test('one goes to a time', { tag: '@long' }, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Long night');
  for (let i = 0; i < 30; i++) await note(page, `entry ${i}.`);
  await toTimeline(page);
  await page.keyboard.press('t');
  await page.getByLabel('When it happened').fill('2026-01-02T03:04');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toContainText('moved by');
  await page.keyboard.press('End');
  await expect(focused(page)).toContainText('entry 28.');
  await page.keyboard.press('g');
  await page.getByLabel('Time to go to').fill('2026-01-02T03:00');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toContainText('entry 29.');
  await page.keyboard.press('Escape');
});

test('messages that were made to do harm are text, in time', async ({ startDesktop, slack }) => {
  test.slow();
  const { page } = await startDesktop(TOKENS.ana);
  page.on('dialog', () => {
    throw new Error('a dialog opened');
  });
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  const { ben, channel } = await withBen(page, slack, 'Hostile', '-hostile');
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { longTasks: long });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  // Half a character cannot be sent over HTTP.
  for (const text of Object.values(HOSTILE).filter((one) => one.isWellFormed())) {
    await ben.chat.postMessage({ channel, text: text.slice(0, 39_000) });
  }
  await ben.chat.postMessage({ channel, text: 'that was all' });
  await expect(timeline(page)).toContainText('that was all', { timeout: 60_000 });
  await toTimeline(page);
  await page.keyboard.press('Home');
  for (let i = 0; i < 40; i++) await page.keyboard.press('j');
  const long = await page.evaluate(() => (window as unknown as Watched).longTasks);
  // A machine that runs other tests meanwhile is slow; one text that takes seconds is not that.
  expect(Math.max(0, ...long)).toBeLessThan(2_000);
  await expect(page.locator('script:not([src]), iframe, svg[onload], img[src=x]')).toHaveCount(0);
  const addresses = await timeline(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const address of addresses) expect(address).toMatch(/^(https?|mailto):/);
  expect(foreign).toEqual([]);
});
