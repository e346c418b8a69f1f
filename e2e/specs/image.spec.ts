import type { Page } from '@playwright/test';
import { png } from '#shared/domain/testing/png.ts';
import { expect, test } from '../fixtures/desktop.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import { declare, openIncident, syncStatus, timeline } from '../gestures/incident.ts';

type Given = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const GRAPH: Given = { name: 'graph.png', type: 'image/png', bytes: png(320, 200, 90) };

const field = (page: Page) => page.getByRole('textbox', { name: 'Add to the timeline' });
const picked = (page: Page) => page.getByRole('list', { name: 'Images to add' });
const opened = (page: Page) => page.getByRole('dialog', { name: /^Image: / });

/** What the system's clipboard, or a file that is let go over the page, comes to. */
async function give(page: Page, how: 'paste' | 'drop', files: readonly Given[]): Promise<void> {
  const target = how === 'paste' ? field(page) : page.locator('body');
  const sent = files.map(({ bytes, ...rest }) => ({
    ...rest,
    text: Buffer.from(bytes).toString('base64'),
  }));
  await target.evaluate(
    (element, { how, sent }) => {
      const data = new DataTransfer();
      for (const { name, type, text } of sent) {
        const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      if (how === 'drop') {
        element.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: data }));
        element.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
      } else {
        element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
      }
    },
    { how, sent },
  );
}

/** An image is really drawn: the browser took it, and the content policy let it. */
const isDrawn = (page: Page, alt: string) =>
  page
    .getByRole('img', { name: alt })
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth);

test('an image is pasted, described, sent with a note, and opens large', async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Checkout errors');
  await give(page, 'paste', [GRAPH]);
  await expect(picked(page).getByRole('listitem')).toHaveCount(1);
  await field(page).fill('Errors since 02:00');
  await page.getByRole('textbox', { name: 'What graph.png shows' }).fill('Errors at 5 %');
  await page.keyboard.press('Enter');
  await expect(timeline(page)).toContainText('Errors since 02:00');
  await expect(timeline(page)).toContainText('Errors at 5 %');
  await expect(picked(page)).toBeHidden();
  await expect(field(page)).toHaveValue('');
  await expect.poll(() => isDrawn(page, 'Errors at 5 %')).toBe(320);
  const open = timeline(page).getByRole('button', { name: 'Open image: Errors at 5 %' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(opened(page).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opened(page)).toBeHidden();
  await expect(open).toBeFocused();
});

test('images are dropped anywhere and chosen by a button; one is taken out again', async ({
  desktop,
}) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await give(page, 'drop', [GRAPH, { ...GRAPH, name: 'logs.png', bytes: png(64, 64) }]);
  await expect(picked(page).getByRole('listitem')).toHaveCount(2);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add images' }).click();
  const { name, type: mimeType, bytes } = { ...GRAPH, name: 'traces.png' };
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await expect(picked(page).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove logs.png' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(picked(page)).toBeHidden();
  await expect(page.getByRole('button', { name: /^Open image: / })).toHaveCount(2);
});

test('what cannot be added is said in words, and nothing that was typed is lost', {
  tag: '@long',
}, async ({ desktop }) => {
  const { page } = desktop;
  await declare(page, 'Slow');
  await field(page).fill('half a sentence');
  for (const [file, words] of [
    [{ ...GRAPH, bytes: new Uint8Array(20_000_000) }, 'This image has 20.0 MB: 10 MB is the most.'],
    [{ ...GRAPH, bytes: Buffer.from('<html>') }, 'This is not an image that can be shown.'],
    [{ ...GRAPH, bytes: GRAPH.bytes.subarray(0, -12) }, 'This image is cut off'],
    [
      { name: 'a.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg onload="alert(1)"/>') },
      'SVG files can hold scripts, so they are not taken. Save it as PNG, then add that.',
    ],
  ] as const) {
    await give(page, file.bytes.byteLength > 1_000_000 ? 'drop' : 'paste', [file]);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(field(page)).toHaveValue('half a sentence');
  }
  await give(page, 'paste', [GRAPH]);
  await expect(picked(page).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('an image that was not sent yet survives the end of the app', { tag: '@long' }, async ({
  startDesktop,
  shell,
}) => {
  test.skip(shell === 'electron', 'the killed process is looked at through the loopback shell');
  const desktop = await startDesktop();
  await declare(desktop.page, 'Slow');
  await give(desktop.page, 'paste', [GRAPH]);
  const alt = 'What graph.png shows';
  await desktop.page.getByRole('textbox', { name: alt }).fill('Errors');
  // A quarter of a second is what a character may take to the disk.
  await desktop.page.waitForTimeout(300);
  const { page } = await desktop.killAndRestart();
  await page.getByText('Slow').first().click();
  await expect(page.getByRole('textbox', { name: alt })).toHaveValue('Errors');
  await field(page).press('Enter');
  await expect.poll(() => isDrawn(page, 'Errors')).toBe(320);
});

test('an image added while Slack is away is on the other desktop afterwards', {
  tag: '@long',
}, async ({ startDesktop, slackServer }) => {
  test.skip(slackServer === 'emulate', 'emulate has no files that are shared in channels');
  const ana = await startDesktop(TOKENS.ana);
  const ben = await startDesktop(TOKENS.ben);
  await expect(syncStatus(ana.page)).toHaveText('Synced', { timeout: 40_000 });
  await declare(ana.page, 'Checkout errors');
  await openIncident(ben.page, 'Checkout errors');
  await ana.cable.cut();
  await give(ana.page, 'paste', [GRAPH]);
  await ana.page.getByRole('textbox', { name: 'What graph.png shows' }).fill('Errors at 5 %');
  await ana.page.keyboard.press('Enter');
  await expect.poll(() => isDrawn(ana.page, 'Errors at 5 %')).toBe(320);
  await ana.cable.restore();
  await expect(timeline(ben.page)).toContainText('Errors at 5 %', { timeout: 60_000 });
  await expect
    .poll(async () => (await ben.page.getByRole('img', { name: 'Errors at 5 %' }).count()) > 0, {
      timeout: 60_000,
    })
    .toBe(true);
  await expect.poll(() => isDrawn(ben.page, 'Errors at 5 %')).toBe(320);
  await expect(ben.page.getByRole('button', { name: /^Open image: / })).toHaveCount(1);
});
