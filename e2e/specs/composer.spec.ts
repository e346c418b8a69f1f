import { expect, test } from '../fixtures/desktop.ts';
import { actions, addNote, declare, timeline } from '../gestures/incident.ts';

test('an incident is led and resolved from the composer, by keyboard alone', async ({
  desktop,
}) => {
  const { page } = desktop;
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Checkout errors in EU');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Checkout errors in EU' })).toBeVisible();
  await page.keyboard.press('c');
  for (const [typed, told] of [
    ['/severity major', 'Severity: Minor → Major'],
    ['/lead nobody', 'Lead: nobody'],
    ['/lead me', /Lead: /],
    ['Only eu-west.', 'Only eu-west.'],
    ['/action Roll back 41f2', 'Action: Roll back 41f2'],
    ['/decision Roll back 41f2', 'Decision: Roll back 41f2'],
    ['/hypothesis The cache is cold', 'Hypothesis: The cache is cold'],
    ['todo alert on 5xx', 'Follow-up: alert on 5xx'],
    ['/link https://graphs.test/eu Graph', 'Link: Graph'],
    ['/update Rolling back', 'Rolling back'],
    ['/status resolved', 'Status: Triage → Resolved'],
  ] as const) {
    await page.keyboard.type(typed);
    // Tells what it will do before it does it; and what is complete needs no completion.
    await page.keyboard.press('Enter');
    await expect(timeline(page)).toContainText(told);
    await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toHaveValue('');
  }
  await expect(actions(page)).toContainText('Roll back 41f2');
});

test('commands, what they take and people are completed where one types', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  const field = page.getByRole('textbox', { name: 'Add to the timeline' });
  const list = page.getByRole('listbox', { name: 'Completions' });
  await page.keyboard.press('c');
  await page.keyboard.type('/s');
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('/status ');
  await page.keyboard.type('fix');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('/status fixing');
  await expect(list).toBeHidden();
  await expect(page.getByText('Status → Fixing')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(timeline(page)).toContainText('Status: Triage → Fixing');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(timeline(page)).toContainText('Status: Fixing → Triage');
  await field.press('@');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue('@');
});

test('what is not understood is said in words, and stays', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  const field = page.getByRole('textbox', { name: 'Add to the timeline' });
  await field.fill('/page ops');
  await field.press('Enter');
  await expect(
    page.getByText('There is no /page. Put a space before it to write it as a note.'),
  ).toBeVisible();
  await expect(field).toHaveValue('/page ops');
  await field.fill(' /page ops');
  await field.press('Enter');
  await expect(timeline(page)).toContainText('/page ops');
});

test('what is being written survives the end of the app', async ({ startDesktop, shell }) => {
  test.skip(shell === 'electron', 'the killed process is looked at through the loopback shell');
  const desktop = await startDesktop();
  await declare(desktop.page, 'Slow');
  await addNote(desktop.page, 'sent');
  const draft = 'half a sentence, \u{1f469}\u200d\u{1f680} and';
  const field = desktop.page.getByRole('textbox', { name: 'Add to the timeline' });
  await field.fill(draft);
  // A quarter of a second is what a character may take to the disk.
  await desktop.page.waitForTimeout(300);
  const { page } = await desktop.killAndRestart();
  await page.getByText('Slow').first().click();
  await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toHaveValue(draft);
});
