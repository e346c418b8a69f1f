import type { Page } from '@playwright/test';

/**
 * Presses keys, one after the other, in the element that has the focus.
 * @returns for each, ms from its `keydown` until what it did was painted
 */
export async function typing(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keystrokes: times });
    const { port1, port2 } = new MessageChannel();
    const begun: number[] = [];
    port1.onmessage = () => {
      for (const at of begun.splice(0)) times.push(performance.now() - at);
    };
    const pressed = () => {
      begun.push(performance.now());
      // What is posted from a frame comes when that frame has been painted.
      requestAnimationFrame(() => port2.postMessage(null));
    };
    document.addEventListener('keydown', pressed, { capture: true });
  });
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  return page.evaluate(() => {
    const { keystrokes } = window as unknown as { readonly keystrokes: readonly number[] };
    return [...keystrokes];
  });
}
