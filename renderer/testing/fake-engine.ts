import type { ContractRequest } from '#shared/contract/envelope.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { BROWSER_SHELL } from '#shared/contract/views/shell.ts';
import type {
  DeskViewT,
  IncidentViewT,
  SettingsViewT,
  SyncViewT,
  TimelineItemT,
} from '#shared/contract/views.ts';
import { DEFAULT_SHORTCUTS } from '#shared/domain/shortcut.ts';
import { createListeners } from '../transport/listeners.ts';
import {
  type Connection,
  createRequest,
  ENGINE_STOPPED,
  type Transport,
} from '../transport/transport.ts';

/** An engine of one incident, in memory: what it holds is the test's to change, then to announce. */
export type FakeEngine = {
  readonly transport: Transport;
  readonly items: TimelineItemT[];
  readonly desk: { -readonly [K in keyof DeskViewT]: DeskViewT[K] };
  /** The name of every request, in order. */
  readonly asked: string[];
  readonly say: (event: ContractEvent) => void;
  /** Answers one command, by the next one's turn, with this. */
  readonly refuseNext: (error: ContractError) => void;
  readonly inputs: unknown[];
  /** What was being written when it stopped last. */
  readonly drafts: { readonly key: string; readonly text: string }[];
  readonly stop: () => void;
  readonly start: () => void;
};

const ME = { ref: 'name:ana', name: 'ana' };

export function fakeEngine(incident: IncidentViewT): FakeEngine {
  const events = createListeners<ContractEvent>();
  const changes = createListeners<Connection>();
  const items: TimelineItemT[] = [];
  const asked: string[] = [];
  const inputs: unknown[] = [];
  const drafts: FakeEngine['drafts'] = [];
  const desk: FakeEngine['desk'] = { notice: null, active: [incident], after: [], recent: [] };
  let refusal: ContractError | null = null;
  let connection: Connection = { kind: 'open' };
  const enter = (next: Connection) => {
    connection = next;
    changes.tell(next);
  };

  const answers: Record<string, (input: never) => unknown> = {
    desk: () => desk,
    incident: () => incident,
    sync: () => SYNC,
    settings: () => SETTINGS,
    drafts: () => ({ items: drafts }),
    decisions: () => ({ items: [] }),
    hypotheses: () => ({ items: [] }),
    'follow-ups': () => ({ items: [] }),
    'all-follow-ups': () => ({ items: [], more: 0 }),
    updates: () => ({ items: [] }),
    nudges: () => ({ items: [] }),
    timeline: (input) => windowOf(items, input),
    'bundle.import': ({ last }: { last: boolean }) => ({
      imported: last ? { incident: incident.id, code: incident.code, ops: 3, messages: 0 } : null,
    }),
  };
  const transport: Transport = {
    request: createRequest(async ({ id, kind, name, input }: ContractRequest) => {
      asked.push(name);
      // Nothing is answered in the turn it was asked in.
      await Promise.resolve();
      if (connection.kind !== 'open') return { type: 'error', id, error: ENGINE_STOPPED };
      if (kind === 'query') {
        // A copy, as it comes over a wire: nothing of it is the same object twice.
        return { type: 'result', id, output: structuredClone(answers[name]?.(input as never)) };
      }
      inputs.push(input);
      const error = refusal;
      refusal = null;
      if (error !== null) return { type: 'error', id, error };
      return { type: 'result', id, output: answers[name]?.(input as never) ?? {} };
    }),
    subscribe: events.add,
    connection: () => connection,
    onConnection: changes.add,
  };
  return {
    transport,
    items,
    desk,
    asked,
    inputs,
    drafts,
    say: events.tell,
    refuseNext: (error) => {
      refusal = error;
    },
    stop: () => enter({ kind: 'closed', reason: 'stopped' }),
    start: () => enter({ kind: 'open' }),
  };
}

type Asked = { before?: string; from?: string; at?: number; seen?: string; limit: number };

/** Places are the numbers of items: whatever is added comes behind them. */
function windowOf(items: readonly TimelineItemT[], asked: Asked) {
  const end = asked.before === undefined ? items.length : Number(asked.before);
  const around = items.findIndex(({ at }) => at >= (asked.at ?? Number.POSITIVE_INFINITY));
  const middle = around < 0 ? null : Math.max(0, around - asked.limit / 2);
  const from = asked.from === undefined ? middle : Number(asked.from);
  const first = from ?? Math.max(0, end - asked.limit);
  const last = Math.min(end, first + asked.limit);
  return {
    items: items.slice(first, last),
    older: first === 0 ? null : String(first),
    newer: last < end ? String(last) : (asked.before ?? null),
    last: last === 0 ? null : String(last - 1),
    unseen: asked.seen === undefined ? 0 : items.length - 1 - Number(asked.seen),
    people: [],
  };
}

const SYNC: SyncViewT = {
  state: 'unconnected',
  since: 0,
  nextTryAt: null,
  waiting: 0,
  parked: 0,
  problem: null,
};

const SETTINGS: SettingsViewT = {
  me: ME,
  severities: [],
  cadences: [],
  curation: { pins: null, reactions: [] },
  fields: [],
  roles: [],
  quietHours: { from: 1_080, to: 540, weekends: true },
  density: 'comfortable',
  hintRules: [],
  templates: [],
  slack: null,
  people: [ME],
  signIn: { clientId: null, isClientIdGiven: false, state: 'idle', url: null, problem: null },
  folder: { path: null, private: false, problem: null },
  gitHub: { repository: null, hasToken: false, tokenKeeping: 'session', asked: [] },
  shortcuts: DEFAULT_SHORTCUTS,
  shell: BROWSER_SHELL,
  tokenKeeping: 'session',
  profile: '/profile',
  version: '0.0.0-test',
};
