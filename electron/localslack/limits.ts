import { type Arguments, text } from './arguments.ts';
import type { Clock } from './model.ts';

/**
 * `off`: no limits. `slack`: calls a minute by tier, one message a second a channel. `strict15`: the
 * same, and one history call a minute of at most 15 messages, as for apps that are sold outside
 * Slack's marketplace. @see docs.slack.dev/changelog/2025/05/29
 */
export const LIMIT_MODES = ['off', 'slack', 'strict15'] as const;
export type LimitMode = (typeof LIMIT_MODES)[number];

/** How an answer says how long to wait: seconds as Slack does, a date as HTTP also allows, or not. */
export const WAIT_FORMS = ['seconds', 'date', 'missing'] as const;
export type WaitForm = (typeof WAIT_FORMS)[number];

const MINUTE = 60_000;
const SECOND = 1_000;
const HISTORY_MAX = 999;
const STRICT_HISTORY_MAX = 15;

/** Most messages a page of a history may have. */
export const historyMax = (mode: LimitMode): number =>
  mode === 'strict15' ? STRICT_HISTORY_MAX : HISTORY_MAX;

/** Calls a minute per app, workspace and method. @see docs.slack.dev/apis/web-api/rate-limits */
const TIER_2 = 20;
const TIER_3 = 50;
const TIER_4 = 100;
/** Several hundred messages a minute; the others' special limits are not published. */
const SPECIAL = 600;
const PER_MINUTE: Readonly<Record<string, number>> = {
  'users.list': TIER_2,
  'conversations.create': TIER_2,
  'conversations.list': TIER_2,
  'conversations.setTopic': TIER_2,
  'conversations.setPurpose': TIER_2,
  'conversations.rename': TIER_2,
  'conversations.archive': TIER_2,
  'conversations.unarchive': TIER_2,
  'reactions.remove': TIER_2,
  'pins.add': TIER_2,
  'pins.list': TIER_2,
  'pins.remove': TIER_2,
  'bookmarks.add': TIER_2,
  'users.info': TIER_4,
  'conversations.members': TIER_4,
  'files.getUploadURLExternal': TIER_4,
  'files.completeUploadExternal': TIER_4,
  'files.info': TIER_4,
  'chat.postMessage': SPECIAL,
  'auth.test': SPECIAL,
  'chat.getPermalink': SPECIAL,
};

/**
 * Lists are limited more strictly for who asks for all of them at once: how much more is not published.
 * Here such a call counts as four. @see docs.slack.dev/apis/web-api/rate-limits
 */
const LISTS = new Set([
  'users.list',
  'conversations.list',
  'users.conversations',
  'conversations.members',
]);
const UNPAGED_COST = 4;

const costOf = (method: string, args: Arguments): number =>
  LISTS.has(method) && !text(args, 'limit') && !text(args, 'cursor') ? UNPAGED_COST : 1;

export type Limits = {
  readonly mode: () => LimitMode;
  readonly setMode: (mode: LimitMode) => void;
  /** Counts a call; seconds to wait when it is one too many, else null. */
  readonly take: (app: string, method: string, args: Arguments) => number | null;
  readonly clear: () => void;
};

/**
 * Counts calls over the last minute. How large a burst Slack allows is not published, so none is
 * allowed here: who stays under this stays under Slack's own.
 */
export function createLimits(clock: Clock, first: LimitMode): Limits {
  let mode = first;
  const taken = new Map<string, number[]>();
  const room = (key: string, most: number, span: number, cost = 1): number | null => {
    const now = clock.now();
    const recent = (taken.get(key) ?? []).filter((at) => at > now - span && at <= now);
    taken.set(key, recent);
    // What has to pass before there is room for this one.
    const last = recent[recent.length + cost - most - 1];
    if (last !== undefined) return Math.max(1, Math.ceil((last + span - now) / SECOND));
    for (let i = 0; i < cost; i++) recent.push(now);
    return null;
  };
  return {
    mode: () => mode,
    setMode: (next) => {
      mode = next;
    },
    take: (app, method, args) => {
      if (mode === 'off') return null;
      const reading = method === 'conversations.history' || method === 'conversations.replies';
      const most = mode === 'strict15' && reading ? 1 : (PER_MINUTE[method] ?? TIER_3);
      const wait = room(`${app} ${method}`, most, MINUTE, costOf(method, args));
      if (wait !== null || method !== 'chat.postMessage') return wait;
      return room(`${app} post ${text(args, 'channel') ?? ''}`, 1, SECOND);
    },
    clear: () => taken.clear(),
  };
}
