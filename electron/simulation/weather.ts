import type { Fault as SlackFault } from '../localslack/faults.ts';
import type { Outcome } from '../localslack/reply.ts';
import type { ReadCall, WireRequest } from '../localslack/request.ts';
import type { Workspace } from '../localslack/workspace.ts';
import type { Chance } from './chance.ts';
import type { CallFault } from './faults.ts';

/** How likely each fault of a single call is. */
export type Weather = { readonly [F in CallFault]?: number };

type World = {
  /** Messages a page of a channel has at most; null for as many as asked for. */
  readonly pageMax: number | null;
  readonly slack: Workspace;
  readonly chance: Chance;
  /** Counts a fault that hit. */
  readonly hit: (fault: CallFault) => void;
};

export type Served = {
  readonly outcome: Outcome;
  /** How it went, in words. */
  readonly told: string;
};

/** Slack as a call meets it: itself, or what stands between. */
export type Reception = {
  readonly set: (weather: Weather) => void;
  readonly serve: (call: ReadCall, request: WireRequest) => Served;
};

/** What only reads may suffer: a post that is answered with an old answer would be Slack's lie. */
const READS = /^(conversations\.(history|replies|list|info|members)|users\.|auth\.test)/;

export function createReception({ slack, chance, hit, pageMax }: World): Reception {
  let weather: Weather = {};
  const answered = new Map<string, string>();
  const faultFor = ({ method }: ReadCall): CallFault | null => {
    const draw = chance.random();
    let upTo = 0;
    for (const [fault, likely] of Object.entries(weather)) {
      upTo += likely;
      if (draw >= upTo) continue;
      const isForReads = fault === 'stale' || fault === 'repeated';
      return isForReads && !READS.test(method) ? null : (fault as CallFault);
    }
    return null;
  };
  return {
    set: (given) => {
      weather = given;
    },
    serve: (call, request) => {
      const fault = faultFor(call);
      const key = JSON.stringify([call.method, call.token, call.args]);
      const before = fault === 'repeated' ? answered.get(key) : undefined;
      if (before !== undefined) {
        hit('repeated');
        return { outcome: reply(before), told: 'repeated' };
      }
      if (isSlackFault(fault)) {
        hit(fault);
        slack.faults.add(slackFault(fault, chance));
      }
      const asked = pageMax === null ? request : shortened(request, pageMax);
      if (fault === 'doubled') {
        hit(fault);
        slack.serve(asked);
      }
      const outcome = slack.serve(asked);
      if (outcome.kind !== 'reply') return { outcome, told: `${fault} ${outcome.kind}` };
      const { body, told } = outcome.reply;
      if (fault === 'truncated') {
        hit('truncated');
        return { outcome: reply(cut(textOf(body), chance)), told: `truncated ${told}` };
      }
      if (told === 'ok' && READS.test(call.method)) answered.set(key, textOf(body));
      return { outcome, told: `${told}${fault === null ? '' : ` (${fault})`}` };
    },
  };
}

/** Those that the local Slack knows; the others happen on the way. */
type SlackFaultName = Exclude<CallFault, 'repeated' | 'truncated' | 'doubled'>;
const isSlackFault = (fault: CallFault | null): fault is SlackFaultName =>
  fault !== null && fault !== 'repeated' && fault !== 'truncated' && fault !== 'doubled';

/** Slack may give less than it is asked for. @see docs.slack.dev/reference/methods/conversations.history */
function shortened(request: WireRequest, most: number): WireRequest {
  const { body } = request;
  const isHistory = request.path.endsWith('conversations.history');
  if (!isHistory || typeof body !== 'string') return request;
  return { ...request, body: body.replace(/(^|&)limit=\d+/, `$1limit=${most}`) };
}

const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString('latin1');

function reply(body: string): Outcome {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { kind: 'reply', delay: 0, reply: { status: 200, headers, body, told: 'ok' } };
}

const cut = (body: string, chance: Chance): string =>
  body.slice(0, chance.between(0, Math.max(0, body.length - 1)));

/** A fault in the words of the local Slack. */
function slackFault(fault: SlackFaultName, chance: Chance): SlackFault {
  const any = { method: '*' };
  const committed = chance.maybe(0.5);
  switch (fault) {
    case 'limited':
      return { ...any, kind: 'limited', retryAfter: chance.pick([1, 1, 2, 5, 10, 30, 60, 120]) };
    case 'limited-unnamed':
      return { ...any, kind: 'limited', retryAfter: null };
    case 'server-error':
      return { ...any, kind: 'status', status: chance.pick([500, 502, 503, 504]), committed };
    case 'slack-error': {
      const error = chance.pick(['internal_error', 'fatal_error', 'service_unavailable']);
      return { ...any, kind: 'error', error, committed };
    }
    case 'hang':
      return { ...any, kind: 'hang', committed };
    case 'slow':
      return { ...any, kind: 'slow', ms: chance.between(500, 25_000) };
    case 'stale':
      return { ...any, kind: 'stale', ms: chance.between(200, 3_000) };
    case 'portal':
      return { ...any, kind: 'html' };
    case 'redirect':
      return { ...any, kind: 'redirect' };
    case 'drop-before':
    case 'drop-after':
      return { ...any, kind: fault };
  }
}
