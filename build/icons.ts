// npm run icons: draws every icon of the app from build/icons/icon.svg, in a browser that is there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from './browser.ts';
import { icnsFile, icoFile } from './icon-files.ts';

const ROOT = join(import.meta.dirname, '..');
const SVG = readFileSync(join(import.meta.dirname, 'icons', 'icon.svg'), 'utf8');
/** Served with the page, so that both shells have them; the tray's are read from there too. */
const SERVED = join(ROOT, 'renderer', 'public', 'icons');
const TRAY_SIZE = 22;
const APP = join(import.meta.dirname, 'icons');
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** The largest that Linux's icon themes and Windows' icon files know. */
const LINUX_MAX = 512;
const ICO_MAX = 256;

/** What the tray shows: the wheel, and whether something is going on or somebody must act. */
const TRAY = {
  calm: { colour: '#8a93a0', mark: '' },
  active: { colour: '#4d8fd6', mark: '' },
  attention: { colour: '#c07a1e', mark: '<circle cx="52" cy="12" r="12" fill="#c07a1e"/>' },
} as const;

/** The wheel alone, without its ground. */
function traySvg(colour: string, mark: string): string {
  const wheel = /<g[\s\S]*<\/g>/.exec(SVG)?.[0] ?? '';
  const drawn = wheel
    .replaceAll('#f3efe6', colour)
    .replace('fill="#1b2733"', `fill="${colour}"`)
    .replace('stroke-width="4"', 'stroke-width="5"');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${drawn}${mark}</svg>`;
}

async function draw(browser: Browser, svg: string, size: number, path: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${address}" width="${size}" height="${size}">`,
  );
  const png = await page.locator('img').screenshot({ path, omitBackground: true });
  await page.close();
  return png;
}

const found = ensureBrowser();
if (!found.ok) throw new Error(found.error);
mkdirSync(SERVED, { recursive: true });
mkdirSync(join(APP, 'linux'), { recursive: true });
const browser = await chromium.launch({ executablePath: found.value, args: ['--no-sandbox'] });
for (const [state, { colour, mark }] of Object.entries(TRAY)) {
  for (const [suffix, scale] of [
    ['', 1],
    ['@2x', 2],
  ] as const) {
    const path = (name: string) => join(SERVED, `${name}${suffix}.png`);
    await draw(browser, traySvg(colour, mark), TRAY_SIZE * scale, path(`tray-${state}`));
    // macOS takes the shape of a template and colours it as its menu bar is.
    const black = traySvg('#000000', mark.replace('#c07a1e', '#000000'));
    await draw(browser, black, TRAY_SIZE * scale, path(`tray-${state}Template`));
  }
}
const drawn = [];
for (const size of APP_SIZES) {
  const path = join(APP, size > LINUX_MAX ? 'icon.png' : join('linux', `${size}x${size}.png`));
  drawn.push({ size, png: await draw(browser, SVG, size, path) });
}
writeFileSync(join(APP, 'icon.ico'), icoFile(drawn.filter(({ size }) => size <= ICO_MAX)));
writeFileSync(join(APP, 'icon.icns'), icnsFile(drawn));
await browser.close();
writeFileSync(join(SERVED, 'quarterdeck.svg'), SVG);
