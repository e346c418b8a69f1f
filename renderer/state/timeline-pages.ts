import type { TimelineItemT, TimelineViewT } from '#shared/contract/views.ts';
import { keepSame } from './keep-same.ts';

/**
 * A stretch of the timeline that is read at once. Pages lie side by side without gaps, from one
 * place to the next: whatever comes in later lies in one of them.
 */
export type Page = {
  /** Where it begins, it included; null: at the beginning of the timeline. */
  readonly from: string | null;
  /** Where it ends, it not included; null: it takes in what is yet to come. */
  readonly before: string | null;
  readonly items: readonly TimelineItemT[];
  readonly names: Readonly<Record<string, string>>;
  /** Something may have changed since it was read. */
  readonly isStale: boolean;
};

/** Most pages that are kept. Who scrolls on has those at the other end dropped. */
export const PAGES_MAX = 6;

/** A line as one thing, whether it is still a message or has been taken over. */
export function lineKey(item: TimelineItemT): string {
  const held = keys.get(item);
  if (held !== undefined) return held;
  const key =
    item.kind === 'message' ? `note ${item.channel}.${item.id}` : `${item.kind} ${item.id}`;
  keys.set(item, key);
  return key;
}

/** Whoever scrolls asks for the keys of all that is loaded, at every frame. */
const keys = new WeakMap<TimelineItemT, string>();

export function pageOf(view: TimelineViewT, bounds: Pick<Page, 'from' | 'before'>): Page {
  const names = Object.fromEntries(view.people.map(({ ref, name }) => [ref, name]));
  return { ...bounds, items: view.items, names, isStale: false };
}

/**
 * A page that was read again, in its place: its rows are the same objects where they are the same.
 * What no longer fits into it becomes a page that is still to be read.
 */
export function replaced(pages: readonly Page[], old: Page, view: TimelineViewT): readonly Page[] {
  return pages.flatMap((page) => {
    if (page.from !== old.from) return [page];
    const isWhole = view.newer === null || view.newer === page.before;
    const before = isWhole ? page.before : view.newer;
    const from = page.from === null ? view.older : page.from;
    const fresh = keepSame(page, pageOf(view, { from, before }));
    if (isWhole) return [fresh];
    return [fresh, { from: before, before: page.before, items: [], names: {}, isStale: true }];
  });
}

/**
 * All rows in their order. A line that was moved from a page that is not read again yet to one that
 * is would stand in both: it stands where it was read last.
 */
export function itemsOf(pages: readonly Page[]): readonly TimelineItemT[] {
  const fresh = new Set(
    pages.flatMap((page) => (page.isStale ? [] : page.items.map((item) => lineKey(item)))),
  );
  return pages.flatMap((page) =>
    page.isStale ? page.items.filter((item) => !fresh.has(lineKey(item))) : page.items,
  );
}

export function namesOf(pages: readonly Page[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pages.flatMap((page) => Object.entries(page.names)));
}

/** The pages that hold rows from the first to the last key; those without rows among them too. */
export function pagesInSight(
  pages: readonly Page[],
  first: string | null,
  last: string | null,
): readonly Page[] {
  const holds = (key: string | null) =>
    pages.findIndex((page) => page.items.some((item) => lineKey(item) === key));
  const begin = holds(first);
  const end = pages.findLastIndex((page) => page.items.some((item) => lineKey(item) === last));
  if (begin < 0 || end < 0) return pages.slice(-1);
  return pages.slice(begin, end + 1);
}
