import { expect, type Page } from '@playwright/test';

/** What a person does on the page, by the names that screen readers say. */

export async function declare(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Declare incident' }).click();
  await page.getByRole('textbox', { name: "What's happening?" }).fill(name);
  await page.getByRole('textbox', { name: "What's happening?" }).press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

export async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Add to the timeline' }).fill(text);
  await page.getByRole('textbox', { name: 'Add to the timeline' }).press('Enter');
  await expect(timeline(page)).toContainText(text);
}

export async function addAction(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New action' }).fill(text);
  await page.getByRole('button', { name: 'Add action' }).click();
  await expect(actions(page)).toContainText(text);
}

/** Chooses in one of the pickers: Severity, Status, Lead. */
export async function choose(page: Page, picker: string, choice: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`\\b${picker}\\b`) })
    .first()
    .click();
  await page.getByRole('option', { name: choice }).click();
}

export async function openIncident(page: Page, name: string): Promise<void> {
  await activeIncidents(page).getByText(name).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

export async function connectSlack(page: Page, token: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Slack token').fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** The Desk of a quiet night. */
export const allCalm = (page: Page) => page.getByText('All calm', { exact: true });
export const timeline = (page: Page) => page.getByRole('list', { name: 'Timeline' });
export const actions = (page: Page) => page.getByRole('list', { name: 'Actions' });
export const activeIncidents = (page: Page) => page.getByRole('list', { name: 'Active incidents' });
export const syncStatus = (page: Page) => page.getByRole('status', { name: 'Sync status' });
