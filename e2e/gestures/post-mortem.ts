import { expect, type Page } from '@playwright/test';

/** The text of the post-mortem on the page. */
export const postMortem = (page: Page) => page.getByRole('textbox', { name: /^Post-mortem of/ });

/** From the incident's page, where it was begun already. */
export async function openPostMortem(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Post-mortem' }).click();
  await expect(postMortem(page)).toBeVisible();
}

/** From the incident's page. */
export async function startPostMortem(page: Page, template = 'Full'): Promise<void> {
  await page.getByRole('link', { name: 'Post-mortem' }).click();
  await page.getByRole('button', { name: template, exact: true }).click();
  await page.getByRole('button', { name: 'Start post-mortem' }).click();
  await expect(postMortem(page)).toBeVisible();
}

/** Writes in the room under a heading. */
export async function writeUnder(page: Page, heading: string, words: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: heading, exact: true })
    .click();
  await expect(postMortem(page)).toBeFocused();
  const room = postMortem(page)
    .getByRole('heading', { name: heading, exact: true })
    .locator('xpath=following-sibling::p[not(@data-prompt)][1]');
  await room.click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

type Pasted = {
  readonly html?: string;
  readonly text?: string;
  /** A PNG, in base64. */
  readonly png?: string;
};

/** Pastes as from another program. */
export async function paste(page: Page, given: Pasted): Promise<void> {
  await postMortem(page).evaluate((element, { html, text, png }) => {
    const clipboardData = new DataTransfer();
    if (png !== undefined) {
      const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'graph.png', { type: 'image/png' }));
    }
    if (text !== undefined) clipboardData.setData('text/plain', text);
    if (html !== undefined) clipboardData.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, given);
}

/** Says that all that was written is kept. */
export const savedSign = (page: Page) => page.getByRole('status', { name: 'Saved' });
