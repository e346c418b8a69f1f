import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import type { Answer, Request } from '../transport/transport.ts';
import type { SliceOf } from './state.ts';
import type { TimelineSlice } from './timeline-shape.ts';

type Commands = Pick<
  TimelineSlice,
  | 'hideLine'
  | 'markLine'
  | 'editLine'
  | 'moveLine'
  | 'curateLine'
  | 'settleLine'
  | 'undoLine'
  | 'textsOf'
  | 'suggestions'
  | 'answerSuggestion'
  | 'imageOf'
>;

const OUR_OWN: ContractError = {
  code: 'not_possible',
  message: 'What the log tells by itself cannot be changed.',
  hint: 'Hide it (X), or write a note.',
};
const NOT_OPEN: ContractError = { code: 'not_found', message: 'No incident is open.' };
const IMAGE_BROKEN: ContractError = {
  code: 'internal',
  message: 'This image came in pieces that do not fit.',
};
/** How many suggestions are read at once. */
const SUGGESTIONS = 30;
/** No image is larger than this many parts. */
const PARTS_MAX = 32;

/** What people do to lines of the timeline. Each is told, and taken back where that is possible. */
export const lineCommands: SliceOf<Commands> = ({ transport }, set, get) => {
  const { request } = transport;

  /** Does something to the open incident, then keeps how it is taken back. */
  const deed = async (
    words: string,
    run: (incident: IncidentId) => Answer<object>,
    undo: ((incident: IncidentId) => Answer<object>) | null,
  ): Answer<object> => {
    const incident = get().opened;
    if (incident === null) return { ok: false, error: NOT_OPEN };
    const answer = await run(incident);
    if (!answer.ok) return answer;
    set({ lineDeed: undo === null ? null : { words, undo: () => undo(incident) } });
    return answer;
  };

  return {
    hideLine: (item, hidden) =>
      deed(
        hidden ? 'Hidden' : 'Shown again',
        (incident) => hide(request, incident, item, hidden),
        (incident) => hide(request, incident, item, !hidden),
      ),
    markLine: (item) =>
      deed(
        item.marker === null ? 'Marked as a key moment' : 'No longer marked',
        (incident) => mark(request, incident, item, item.marker === null ? 'key' : null),
        (incident) => mark(request, incident, item, item.marker),
      ),
    editLine: async (item, text) => {
      if (item.kind === 'change') return { ok: false, error: OUR_OWN };
      return deed(
        'Edited',
        (incident) => write(request, incident, item, { text }),
        (incident) => edit(request, incident, entryOf(item), { text: item.text }),
      );
    },
    moveLine: async (item, at) => {
      if (item.kind === 'change') return { ok: false, error: OUR_OWN };
      return deed(
        'Moved',
        (incident) => write(request, incident, item, { happenedAt: at }),
        (incident) => edit(request, incident, entryOf(item), { happenedAt: item.at }),
      );
    },
    curateLine: async (item) => {
      if (item.kind !== 'message') return { ok: true, value: {} };
      return deed(
        'Added to the timeline',
        (incident) => request('command', 'entry.curate', { incident, ts: item.id }),
        null,
      );
    },
    settleLine: async (item, keep) => {
      if (item.kind !== 'note') return { ok: false, error: OUR_OWN };
      return deed(
        'Slack’s text taken',
        (incident) => request('command', 'entry.settle', { incident, entry: item.id, keep }),
        keep === 'slack'
          ? (incident) => edit(request, incident, item.id, { text: item.text })
          : null,
      );
    },
    undoLine: () => {
      const last = get().lineDeed;
      if (last === null) return null;
      set({ lineDeed: null });
      return last.undo();
    },
    textsOf: async (item) => {
      const incident = get().opened;
      if (incident === null) return { ok: false, error: NOT_OPEN };
      if (item.kind !== 'note') return { ok: true, value: { versions: [] } };
      return request('query', 'entry-history', { incident, entry: item.id });
    },
    suggestions: (before) => readSuggestions(request, get().opened, before),
    answerSuggestion: (ts, isAdded) =>
      deed(
        isAdded ? 'Added to the timeline' : 'Not suggested any more',
        (incident) =>
          isAdded
            ? request('command', 'entry.curate', { incident, ts })
            : request('command', 'suggestion.dismiss', { incident, ts, dismissed: true }),
        isAdded
          ? null
          : (incident) =>
              request('command', 'suggestion.dismiss', { incident, ts, dismissed: false }),
      ),
    imageOf: (id) => readImage(request, id),
  };
};

type Patch = { readonly text?: string; readonly happenedAt?: number | null };

const edit = (request: Request, incident: IncidentId, entry: string, patch: Patch) =>
  request('command', 'entry.edit', { incident, entry, ...patch });

/** Writes an entry; a message becomes one first. */
async function write(
  request: Request,
  incident: IncidentId,
  item: Said,
  patch: Patch,
): Answer<object> {
  if (item.kind === 'message') {
    const taken = await request('command', 'entry.curate', { incident, ts: item.id });
    if (!taken.ok) return taken;
  }
  return edit(request, incident, entryOf(item), patch);
}

const hide = (request: Request, incident: IncidentId, item: TimelineItemT, hidden: boolean) =>
  request('command', 'line.hide', { incident, line: lineOf(item), hidden });

const mark = (request: Request, incident: IncidentId, item: TimelineItemT, marker: string | null) =>
  request('command', 'line.mark', {
    incident,
    line: lineOf(item),
    // One that a newer Quarterdeck knows is refused in words.
    marker: marker as 'key' | null,
  });

async function readSuggestions(
  request: Request,
  incident: IncidentId | null,
  before: string | null,
): Answer<QueryOutput<'suggestions'>> {
  if (incident === null) return { ok: false, error: NOT_OPEN };
  const from = before === null ? {} : { before };
  return request('query', 'suggestions', { incident, limit: SUGGESTIONS, ...from });
}

async function readImage(request: Request, id: string): Answer<string> {
  let data = '';
  let offset: number | null = 0;
  for (let part = 0; part < PARTS_MAX; part++) {
    const read: Awaited<Answer<ImagePart>> = await request('query', 'image', { id, offset });
    if (!read.ok) return read;
    data += read.value.data;
    offset = read.value.next;
    if (offset === null) return { ok: true, value: `data:${read.value.type};base64,${data}` };
  }
  return { ok: false, error: IMAGE_BROKEN };
}

type ImagePart = { readonly type: string; readonly data: string; readonly next: number | null };
type Said = Exclude<TimelineItemT, { kind: 'change' }>;

const lineOf = ({ kind, id }: TimelineItemT) => ({ kind, id });
const entryOf = (item: Said) => (item.kind === 'message' ? `${item.channel}.${item.id}` : item.id);
