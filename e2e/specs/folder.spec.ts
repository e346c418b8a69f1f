import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desktop.ts';
import { declare } from '../gestures/incident.ts';

test('incidents stand as files in a folder of the person’s own', async ({ desktop }) => {
  const { page, profile } = desktop;
  const folder = join(profile, 'mine', 'incidents');
  await declare(page, 'Checkout errors');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const section = page.getByRole('region', { name: 'Folder of incidents' });
  await section.getByRole('textbox', { name: 'Folder' }).fill('incidents');
  await section.getByRole('button', { name: 'Keep them here' }).click();
  await expect(section).toContainText('Enter the whole path of a folder.');
  await section.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await section.getByRole('button', { name: 'Keep them here' }).click();
  await expect(section.getByRole('switch', { name: 'Private incidents too' })).toBeVisible();
  const text = () => {
    const name = readdirSync(folder).find((one) => one.endsWith('.md'));
    return name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
  };
  await expect.poll(text).toContain('Checkout errors');
});
