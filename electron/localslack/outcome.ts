import { assertNever } from '#shared/base/assert.ts';
import type { Answer } from './answer.ts';
import type { Fault } from './faults.ts';

/** A reply as it goes over the wire, and how it went for those who count calls. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** `ok`, Slack's code, or the status. */
  readonly told: string;
};

/** What became of a call: a reply, or a network that failed before or after Slack did its part. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply /** In ms. */; readonly delay: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' };

export const answered = (reply: Reply, delay = 0): Outcome => ({ kind: 'reply', reply, delay });

/** An answer of Slack's, with the scopes the token has and those the method asks for. */
export function jsonReply(
  answer: Answer,
  scopes: { readonly has?: readonly string[]; readonly asked?: readonly string[] } = {},
): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(scopes.has === undefined ? {} : { 'x-oauth-scopes': scopes.has.join(',') }),
      ...(scopes.asked === undefined ? {} : { 'x-accepted-oauth-scopes': scopes.asked.join(',') }),
    },
    body: JSON.stringify(answer),
    told: answer.ok === true ? 'ok' : String(answer.error),
  };
}

/** Too many calls: how long to leave the method alone, in whole seconds. */
export function limitedReply(retryAfter: number | null): Reply {
  const reply = jsonReply({ ok: false, error: 'ratelimited' });
  const wait = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  return { ...reply, status: 429, headers: { ...reply.headers, ...wait }, told: '429' };
}

/** What is no answer of the API: a page, a file, a way to another address. */
export const page = (
  status: number,
  headers: Reply['headers'],
  body: string | Uint8Array,
): Reply => {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body,
    told: status === 200 ? 'ok' : String(status),
  };
};
/** Where a captive portal leads: nobody listens there. */
export const PORTAL_ORIGIN = 'http://127.0.0.1:9';
const PORTAL = '<!doctype html><title>Sign in</title><p>Welcome to this network.</p>';

/** The shape a fault gives to a call. `settle` lets Slack do its part. */
export function suffered(fault: Fault, settle: () => Reply): Outcome {
  if ('committed' in fault && fault.committed === true) settle();
  switch (fault.kind) {
    case 'limited':
      return answered(limitedReply(fault.retryAfter === undefined ? 1 : fault.retryAfter));
    case 'status':
      return answered(page(fault.status ?? 503, {}, 'Oops'));
    case 'error':
      return answered(jsonReply({ ok: false, error: fault.error ?? 'fatal_error' }));
    case 'drop-before':
      return { kind: 'drop' };
    case 'drop-after':
      settle();
      return { kind: 'drop' };
    case 'hang':
      return { kind: 'hang' };
    case 'slow':
      return answered(settle(), fault.ms);
    case 'stale':
      return answered(settle());
    case 'html':
      return answered(page(200, {}, PORTAL));
    case 'redirect':
      return answered(page(302, { location: `${PORTAL_ORIGIN}/sign-in` }, ''));
    default:
      return assertNever(fault);
  }
}
