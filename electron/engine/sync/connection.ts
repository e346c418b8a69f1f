import { assertNever } from '#shared/base/assert.ts';
import { createDeadline } from '#shared/base/deadline.ts';
import type { SyncStateT, SyncViewT } from '#shared/contract/views.ts';
import type { Context } from '../context.ts';
import { backlog } from '../store/outbox.ts';
import type { Trouble } from '../transport.ts';
import { backoff } from './backoff.ts';

/** Without `synced`/`syncing`, which follow from the backlog. */
type Link = 'unconnected' | 'connecting' | 'online' | 'offline' | 'limited' | 'refused';

/** What every part of the sync reports to, and what the header shows. */
export type Connection = {
  /** ms until something may be tried: 0 when now, Infinity when a person must act first. */
  readonly closedFor: () => number;
  readonly link: () => Link;
  readonly set: (link: 'unconnected' | 'connecting') => void;
  /** Something went through. */
  readonly worked: () => void;
  /** Something did not. */
  readonly failed: (trouble: Trouble) => void;
  /** Forgets the wait: a person asked to try now. */
  readonly tryNow: () => void;
  readonly view: () => SyncViewT;
};

type State = {
  readonly link: Link;
  readonly since: number;
  readonly problem: SyncViewT['problem'];
};

/**
 * ```
 * unconnected → connecting → online ⇄ offline (backoff) · limited (Retry-After)
 *                     └──────────→ refused (until a new token)
 * ```
 */
export function createConnection(core: Pick<Context, 'ports' | 'db' | 'emit'>): Connection {
  const { clock, random } = core.ports;
  let failures = 0;
  const pause = createDeadline(clock.now);
  let state: State = { link: 'unconnected', since: clock.now(), problem: null };
  const enter = (link: Link, wait: number, problem: State['problem']) => {
    const since = link === state.link ? state.since : clock.now();
    state = { link, since, problem };
    pause.set(wait);
    core.emit({ view: 'sync' });
  };
  return {
    closedFor: () => {
      if (state.link === 'refused' || state.link === 'unconnected') return Number.POSITIVE_INFINITY;
      // A limit is one method's matter; the client keeps it, and everything else goes on.
      return state.link === 'limited' ? 0 : pause.left();
    },
    link: () => state.link,
    set: (link) => {
      failures = 0;
      enter(link, 0, null);
    },
    worked: () => {
      failures = 0;
      const limited = state.link === 'limited' && pause.left() > 0;
      if (!limited && state.link !== 'online' && state.link !== 'unconnected') {
        enter('online', 0, null);
      }
    },
    failed: (trouble) => {
      // An answer that comes after the person disconnected.
      if (state.link === 'unconnected') return;
      switch (trouble.kind) {
        case 'offline':
        case 'unclear': {
          failures += 1;
          const hint = 'Go on working. Everything is kept and sent when Slack is back.';
          enter('offline', backoff(failures, random), { message: trouble.message, hint });
          break;
        }
        case 'limited': {
          const hint = 'It goes on by itself.';
          const message = 'Slack asks for a pause.';
          enter('limited', trouble.retryAfter, { message, hint });
          break;
        }
        case 'refused':
          enter('refused', 0, { message: trouble.message, hint: trouble.hint });
          break;
        case 'parked':
          // One incident's matter: the connection is fine.
          core.emit({ view: 'sync' });
          break;
        default:
          assertNever(trouble);
      }
    },
    tryNow: () => {
      failures = 0;
      if (state.link === 'offline') pause.set(0);
    },
    view: () => {
      const { waiting, parked } = backlog(core.db, null);
      const left = pause.left();
      return {
        state: shown(state.link, waiting - parked),
        since: state.since,
        nextTryAt: left > 0 ? clock.now() + left : null,
        waiting,
        parked,
        problem: state.problem,
      };
    },
  };
}

function shown(link: Link, underway: number): SyncStateT {
  if (link === 'online') return underway > 0 ? 'syncing' : 'synced';
  return link;
}
