import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** A file, as it is given from one desktop to another. */
type Named = { readonly name: string; readonly bytes: Buffer };

/** Exports the incident on screen. */
export async function exported(page: Page): Promise<Named> {
  await page.getByRole('button', { name: 'Export' }).click();
  const told = page.getByRole('status', { name: 'Export' });
  await expect(told).toContainText('.quarterdeck (');
  const path = ((await told.textContent()) ?? '').replace(/ \(.*$/, '');
  await page.getByRole('button', { name: 'Done' }).click();
  return { name: path.split('/').at(-1) ?? '', bytes: readFileSync(path) };
}

/** Chooses files as a person does, in the system's own window. */
export async function choosing(page: Page, ...files: readonly Named[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: bytes })),
  );
}

/** Drags a file from outside over the window, then lets it go. */
export async function dropOn(page: Page, { name, bytes }: Named, type = ''): Promise<boolean> {
  const given = { name, type, text: bytes.toString('base64') };
  const dragged = await page.evaluateHandle((file) => {
    const transfer = new DataTransfer();
    const whole = Uint8Array.from(atob(file.text), (one) => one.charCodeAt(0));
    transfer.items.add(new File([whole], file.name, { type: file.type }));
    return transfer;
  }, given);
  const body = page.locator('body');
  await body.dispatchEvent('dragover', { dataTransfer: dragged });
  const isInvited = await page.getByText('Drop it to open the incident file').isVisible();
  // A system drops nothing where it was told that nothing is taken.
  if (isInvited) await body.dispatchEvent('drop', { dataTransfer: dragged });
  return isInvited;
}
