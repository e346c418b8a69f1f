import type { Locator, Page } from '@playwright/test';

/** Writes into a text of the panel that turns into a field where it stands. */
export async function writeInPlace(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${label}: `) }).click();
  await page.getByRole('textbox', { name: label }).fill(text);
  await page.getByRole('textbox', { name: label }).press('Enter');
}

/** Chooses in a picker of one row, section or sheet. */
export async function chooseIn(place: Locator, picker: RegExp, choice: string): Promise<void> {
  await place.getByRole('button', { name: picker }).first().click();
  await place.page().getByRole('option', { name: choice }).click();
}

export const part = (page: Page, title: string) => page.getByRole('region', { name: title });
