import { png } from '#shared/domain/testing/png.ts';
import { expect, test } from '../fixtures/desktop.ts';
import { addNote, declare } from '../gestures/incident.ts';
import {
  openPostMortem,
  paste,
  postMortem,
  savedSign,
  startPostMortem,
  writeUnder,
} from '../gestures/post-mortem.ts';
import { violations } from '../gestures/violations.ts';

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
