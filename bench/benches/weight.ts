import { gzipSync } from 'node:zlib';
import { blankReactPage } from '../fixtures/blank-page.ts';
import { freshPage, openBrowser } from '../fixtures/browser.ts';
import { buildPage, startShell } from '../fixtures/shell.ts';
import { atMost, type Judged } from '../measure/figure.ts';

const kilobytes = (bytes: number) => bytes / 1_000;

/** The JavaScript that a browser fetches until the Desk is there, beside React alone. */
export async function weight(): Promise<readonly Judged[]> {
  buildPage();
  const shell = await startShell(null);
  const browser = await openBrowser();
  const page = await freshPage(browser);
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(shell.address);
  await page.getByRole('button', { name: 'Declare incident' }).waitFor();
  const bodies = await Promise.all(scripts);
  await browser.close();
  await shell.stop();
  const value = bodies.reduce((bytes, body) => bytes + gzipSync(body).byteLength, 0);
  const baseline = gzipSync(await blankReactPage()).byteLength;
  return [
    atMost(3, {
      name: 'weight',
      value: kilobytes(value),
      baseline: kilobytes(baseline),
      unit: 'kB gzipped',
    }),
  ];
}
