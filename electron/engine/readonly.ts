import { err, ok } from '#shared/base/result.ts';
import { deviceOrNew } from './account.ts';
import type { Context } from './context.ts';
import type { SyncControl } from './controls.ts';
import type { HandlerContext } from './handlers/handler.ts';
import type { Journal } from './log/journal.ts';
import { contentOf, wholeText } from './postmortem/documents.ts';
import { loadYjs } from './postmortem/parts.ts';
import { incidentsLike } from './search/like-before.ts';
import { search } from './search/search.ts';
import { NEWER_PROFILE } from './store/migrate.ts';

/**
 * What the handlers work with where a newer Quarterdeck wrote the data: its queries are answered as
 * far as this version understands them. Nothing is written, sent or read from Slack.
 */
export function readOnlyContext({ ports, db }: Pick<Context, 'ports' | 'db'>): HandlerContext {
  const since = ports.clock.now();
  const sync: SyncControl = {
    connect: async () => err(NEWER_PROFILE),
    disconnect: async () => undefined,
    retry: () => undefined,
    announceIn: async () => err(NEWER_PROFILE),
    watch: () => undefined,
    watchText: () => undefined,
    view: () => ({
      state: 'refused',
      since,
      nextTryAt: null,
      waiting: 0,
      parked: 0,
      problem: { message: NEWER_PROFILE.message, hint: NEWER_PROFILE.hint ?? '' },
    }),
  };
  return {
    signIn: {
      begin: async () => err(NEWER_PROFILE),
      answer: async () => err(NEWER_PROFILE),
      cancel: () => undefined,
      view: () => ({
        clientId: null,
        isClientIdGiven: false,
        state: 'idle',
        url: null,
        problem: null,
      }),
    },
    ...{ ports, db, device: deviceOrNew(db, ports.random), journal: CLOSED_JOURNAL, sync },
    emit: () => undefined,
    wake: () => undefined,
    search: (typed, limit, within) => search(db, typed, limit, within),
    alike: (incident) => incidentsLike(db, incident),
    calls: () => [],
    figures: { startedAt: since, spans: () => [], budget: () => null },
    postMortems: {
      start: async () => err(NEWER_PROFILE),
      write: async () => err(NEWER_PROFILE),
      flush: async () => undefined,
      document: async (incident) => {
        const { Doc, applyUpdate } = await loadYjs();
        const doc = new Doc();
        applyUpdate(doc, await wholeText(db, incident));
        return contentOf(doc);
      },
      since: async (incident) => ok(await wholeText(db, incident)),
    },
    gitHub: {
      setRepository: () => undefined,
      setToken: async () => err(NEWER_PROFILE),
      check: async () => err(NEWER_PROFILE),
      ask: () => err(NEWER_PROFILE),
      forget: () => undefined,
      wake: () => undefined,
      view: () => ({ repository: null, hasToken: false, tokenKeeping: 'session', asked: [] }),
    },
    folder: {
      set: async () => err(NEWER_PROFILE),
      retry: () => undefined,
      view: () => ({ path: null, private: false, problem: null }),
    },
    nudges: { list: () => [], snooze: () => undefined },
    bundles: {
      export: async () => err(NEWER_PROFILE),
      read: () => err(NEWER_PROFILE),
      take: async () => err(NEWER_PROFILE),
    },
  };
}

/** The journal is the newer version's as well. */
const CLOSED_JOURNAL: Journal = {
  from: 0,
  found: [],
  cancelled: new Set(),
  writings: [],
  damaged: 0,
  append: () => {
    throw new Error('the journal is not open');
  },
  mark: () => null,
  close: () => undefined,
};
