import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineViewT } from '#shared/contract/views.ts';
import type { Answer, Request } from '../transport/transport.ts';
import { createAttempts } from './attempts.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { LoadedTimeline, SliceOf, State, TimelineSlice } from './state.ts';

/** As many as fill the tallest screen twice. */
const WINDOW = 100;
/** How far one more request reaches when what was loaded has grown. */
const STEP = 20;

export const timelineSlice: SliceOf<TimelineSlice> = ({ transport, newId }, set, get) => {
  const attempts = createAttempts(newId);
  const { request } = transport;
  let follows = true;

  const loadOlder = coalesced(async () => {
    const { opened, timeline } = get();
    if (opened === null || timeline === null || timeline.older === null) return;
    const before = timeline.older;
    const read = await request('query', 'timeline', { incident: opened, before, limit: WINDOW });
    const now = get().timeline;
    // Fetched again meanwhile: whoever scrolls will ask from the new place.
    if (!read.ok || get().opened !== opened || now === null || now.older !== before) return;
    set({ timeline: joined(read.value, now) });
  });

  const refreshTimeline = coalesced(async () => {
    const { opened, timeline } = get();
    if (opened === null) return;
    const read = await readAgain(request, opened, follows ? null : timeline);
    if (get().opened !== opened) return;
    if (!read.ok) return set({ timelineProblem: read.error });
    const now = get().timeline;
    // Older entries came while this was on its way: they would be lost, so once more.
    if (!follows && now !== null && now.items.length > (timeline?.items.length ?? 0)) {
      return void get().refreshTimeline();
    }
    set({ timeline: keepSame(now, read.value), timelineProblem: null });
  });

  return {
    timeline: null,
    timelineProblem: null,
    clearTimeline: () => {
      follows = true;
      set({ timeline: null, timelineProblem: null });
    },
    refreshTimeline,
    loadOlder,
    followTimeline: (next) => {
      follows = next;
    },
    addNote: async (incident, text) => {
      const entry = attempts.idFor([incident, text]);
      const answer = await request('command', 'note.add', { incident, entry, text });
      if (answer.ok) attempts.made();
      return answer;
    },
  };
};

/**
 * The newest window, and as much before it as reaches what was loaded: an entry that comes late
 * from Slack can land anywhere, and a mark can change on any row.
 */
async function readAgain(
  request: Request,
  incident: IncidentId,
  loaded: LoadedTimeline | null,
): Promise<Awaited<Answer<LoadedTimeline>>> {
  const first = loaded?.items[0]?.id ?? null;
  let wanted = Math.max(WINDOW, loaded?.items.length ?? 0);
  let limit = WINDOW;
  const newest = await request('query', 'timeline', { incident, limit });
  if (!newest.ok) return newest;
  let all = joined(newest.value, EMPTY);
  while (first !== null && all.older !== null && !all.items.some((item) => item.id === first)) {
    wanted -= limit;
    limit = wanted >= STEP ? Math.min(WINDOW, wanted) : STEP;
    const read = await request('query', 'timeline', { incident, before: all.older, limit });
    if (!read.ok) return read;
    all = joined(read.value, all);
  }
  return { ok: true, value: all };
}

const EMPTY: LoadedTimeline = { items: [], older: null, names: {} };

function joined(older: TimelineViewT, newer: LoadedTimeline): LoadedTimeline {
  const names = Object.fromEntries(older.people.map((person) => [person.ref, person.name]));
  return {
    items: [...older.items, ...newer.items],
    older: older.older,
    names: { ...names, ...newer.names },
  };
}

export const selectTimeline = (state: State) => state.timeline;
export const selectTimelineProblem = (state: State) => state.timelineProblem;
