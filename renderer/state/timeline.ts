import type { QueryInput } from '#shared/contract/queries.ts';
import type { TimelineViewT } from '#shared/contract/views.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { StatePorts } from './ports.ts';
import type { SliceOf, State, Store } from './state.ts';
import { lineCommands } from './timeline-commands.ts';
import {
  itemsOf,
  lineKey,
  namesOf,
  PAGES_MAX,
  type Page,
  pageOf,
  pagesInSight,
  replaced,
} from './timeline-pages.ts';
import type { TimelineFilter, TimelineSlice } from './timeline-shape.ts';

/** As many as fill the tallest screen twice. */
const PAGE = 100;
/** A page may grow by half before it becomes two. */
const GROWN = 150;

const EVERYTHING: TimelineFilter = { show: 'all', hidden: false };

/** What is in sight, by the keys of its first and last row. */
type Sight = {
  readonly first: string | null;
  readonly last: string | null;
  readonly isAtEnd: boolean;
};

const AT_END: Sight = { first: null, last: null, isAtEnd: true };

/** What is held of the timeline that is open. */
type Held = {
  pages: readonly Page[];
  sight: Sight;
  /** The place of the newest line that was in sight. */
  seen: string | null;
  unseen: number;
  /** Counts the times that all that was loaded was given up: answers from before are too late. */
  turn: number;
};

type Reader = {
  readonly held: Held;
  readonly request: StatePorts['transport']['request'];
  readonly set: Store['setState'];
  readonly get: Store['getState'];
};

export const timelineSlice: SliceOf<TimelineSlice> = (ports, set, get) => {
  const held: Held = { pages: [], sight: AT_END, seen: null, unseen: 0, turn: 0 };
  const reader: Reader = { held, request: ports.transport.request, set, get };
  const readStale = coalesced(() => readStalePages(reader));
  const forget = () => {
    Object.assign(held, { pages: [], sight: AT_END, seen: null, unseen: 0, turn: held.turn + 1 });
  };
  const refreshTimeline = coalesced(async () => {
    if (get().opened === null) return;
    if (held.pages.length === 0) return begin(reader, null);
    held.pages = held.pages.map((page) => ({ ...page, isStale: true }));
    await readStale();
  });
  return {
    timeline: null,
    timelineProblem: null,
    timelineFilter: EVERYTHING,
    lineDeed: null,
    pickedLine: null,
    lineAsked: null,
    pickLine: (pickedLine) => set({ pickedLine }),
    askOfLine: (lineAsked) => set({ lineAsked }),
    clearTimeline: () => {
      forget();
      set({ timeline: null, timelineProblem: null, timelineFilter: EVERYTHING, lineDeed: null });
    },
    refreshTimeline,
    loadOlder: coalesced(() => readOlder(reader)),
    loadNewer: coalesced(() => readNewer(reader)),
    goToTime: (at) => begin(reader, at),
    filterTimeline: async (timelineFilter) => {
      forget();
      set({ timelineFilter });
      await begin(reader, null);
    },
    seeTimeline: (first, last, isAtEnd) => {
      const items = get().timeline?.items ?? [];
      const [from, to] = [items[first], items[last]];
      held.sight = {
        first: from === undefined ? null : lineKey(from),
        last: to === undefined ? null : lineKey(to),
        isAtEnd,
      };
      // Whoever is at the end has seen what came in while they were not.
      if (isAtEnd && held.unseen > 0) void refreshTimeline();
      else if (inSight(held).some(({ isStale }) => isStale)) void readStale();
    },
    ...lineCommands(ports, set, get),
  };
};

type Asked = Omit<QueryInput<'timeline'>, 'incident' | 'hidden' | 'marked'>;

/** Reads for what is open now; null where that was given up meanwhile, or could not be read. */
async function ask({ held, request, set, get }: Reader, asked: Asked) {
  const { opened, timelineFilter } = get();
  if (opened === null) return null;
  const begun = held.turn;
  const answer = await request('query', 'timeline', {
    incident: opened,
    ...asked,
    ...(held.seen === null ? {} : { seen: held.seen }),
    ...(timelineFilter.hidden ? { hidden: true } : {}),
    ...(timelineFilter.show === 'key' ? { marked: true } : {}),
  });
  if (held.turn !== begun || get().opened !== opened) return null;
  if (!answer.ok) {
    set({ timelineProblem: answer.error });
    return null;
  }
  held.unseen = answer.value.unseen;
  return answer.value;
}

function show({ held, set }: Reader): void {
  const { pages, sight, unseen } = held;
  const loaded = {
    items: itemsOf(pages),
    hasOlder: (pages[0]?.from ?? null) !== null,
    hasNewer: (pages.at(-1)?.before ?? null) !== null,
    unseen: sight.isAtEnd ? 0 : unseen,
    names: namesOf(pages),
  };
  set(({ timeline }) => ({ timeline: keepSame(timeline, loaded), timelineProblem: null }));
}

/** The newest lines were read: who is at the end sees them. */
function noteSeen(held: Held, view: TimelineViewT): void {
  if (!held.sight.isAtEnd || view.last === null) return;
  held.seen = view.last;
  held.unseen = 0;
}

/** All that is loaded makes way for what is around a moment, or for the newest lines. */
async function begin(reader: Reader, at: number | null): Promise<void> {
  const { held } = reader;
  held.turn += 1;
  const view = await ask(reader, { limit: PAGE, ...(at === null ? {} : { at }) });
  if (view === null) return;
  held.sight = { ...AT_END, isAtEnd: at === null };
  held.pages = [pageOf(view, { from: view.older, before: view.newer })];
  if (view.newer === null) noteSeen(held, view);
  show(reader);
}

/** Pages of which something is in sight; those without rows are read to know. */
function inSight({ pages, sight }: Held): readonly Page[] {
  const seen = pagesInSight(pages, sight.first, sight.last);
  return sight.isAtEnd ? [...new Set([...seen, ...pages.slice(-1)])] : seen;
}

/** One after another, since a page that is read can become two. */
async function readStalePages(reader: Reader): Promise<void> {
  const { held } = reader;
  for (;;) {
    const empty = held.pages.find((page) => page.isStale && page.items.length === 0);
    const page = empty ?? inSight(held).find(({ isStale }) => isStale);
    if (page === undefined) break;
    const from = page.from === null ? {} : { from: page.from };
    const before = page.before === null ? {} : { before: page.before };
    const view = await ask(reader, { limit: GROWN, ...from, ...before });
    if (view === null) return;
    held.pages = replaced(held.pages, page, view);
    if (page.before === null && view.newer === null) noteSeen(held, view);
  }
  if (held.pages.length > 0) show(reader);
}

async function readOlder(reader: Reader): Promise<void> {
  const { held } = reader;
  const before = held.pages[0]?.from ?? null;
  if (before === null) return;
  const view = await ask(reader, { before, limit: PAGE });
  // Read again meanwhile: whoever scrolls will ask from the new place.
  if (view === null || held.pages[0]?.from !== before) return;
  held.pages = [pageOf(view, { from: view.older, before }), ...held.pages].slice(0, PAGES_MAX);
  show(reader);
}

async function readNewer(reader: Reader): Promise<void> {
  const { held } = reader;
  const from = held.pages.at(-1)?.before ?? null;
  if (from === null) return;
  const view = await ask(reader, { from, limit: PAGE });
  if (view === null || held.pages.at(-1)?.before !== from) return;
  held.pages = [...held.pages, pageOf(view, { from, before: view.newer })].slice(-PAGES_MAX);
  show(reader);
}

export const selectTimeline = (state: State) => state.timeline;
export const selectTimelineProblem = (state: State) => state.timelineProblem;
export const selectTimelineFilter = (state: State) => state.timelineFilter;
export const selectLineDeed = (state: State) => state.lineDeed;
/** The line that is picked, as long as it is shown. */
export const selectPickedLine = ({ timeline, timelineFilter, pickedLine }: State) =>
  pickedLine === null || timelineFilter.show === 'suggested'
    ? null
    : (timeline?.items.find((item) => lineKey(item) === pickedLine) ?? null);
