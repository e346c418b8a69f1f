import type { Page } from '@playwright/test';

/** What was seen of a page while it was scrolled as fast as frames come. */
export type Flung = {
  /** ms between frames. */
  readonly frames: readonly number[];
  /** ms of the longest task; 0 where none was longer than 50 ms. */
  readonly longest: number;
  /** Most elements that the page had at once. */
  readonly elements: number;
  /** Pixels, without those that were jumped over. */
  readonly distance: number;
};

/**
 * Flings a scroller upwards, for so many frames, or until it stays at its beginning for a second.
 * @param selector of the element that scrolls
 * @param step pixels a frame
 */
export async function fling(
  page: Page,
  selector: string,
  { step, frames: most }: { readonly step: number; readonly frames: number },
): Promise<Flung> {
  return page.evaluate(
    async ([at, pixels, limit]) => {
      const scroller = document.querySelector(at);
      if (scroller === null) throw new Error(`There is no ${at}.`);
      let longest = 0;
      const watch = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      watch.observe({ type: 'longtask' });
      const frames: number[] = [];
      let [elements, distance, stayed] = [0, 0, 0];
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let last = await frame(); stayed < 60 && frames.length < limit; ) {
        const before = scroller.scrollTop;
        scroller.scrollTop = before - pixels;
        distance += before - scroller.scrollTop;
        stayed = scroller.scrollTop === 0 ? stayed + 1 : 0;
        const now = await frame();
        frames.push(now - last);
        last = now;
        if (frames.length % 20 === 0) {
          elements = Math.max(elements, document.querySelectorAll('*').length);
        }
      }
      watch.disconnect();
      return { frames, longest, elements, distance };
    },
    [selector, step, most] as const,
  );
}
