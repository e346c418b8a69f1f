import { assertNever } from '#shared/base/assert.ts';
import type { Answer } from './answer.ts';
import { damaged } from './damage.ts';
import type { Fault } from './faults.ts';
import type { WaitForm } from './limits.ts';
import { answered, type Outcome, type Reply } from './reply.ts';

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

/** Too many calls: how long to leave the method alone, as the header has it, if it has it. */
export function limitedReply(retryAfter: string | null): Reply {
  const reply = jsonReply({ ok: false, error: 'ratelimited' });
  const wait = retryAfter === null ? {} : { 'retry-after': retryAfter };
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

/** What a fault works with: Slack doing its part, what it answered before, chance, and the time. */
export type Suffering = {
  readonly settle: () => Reply;
  /** The answer before this one to the same token's reading of the same channel. */
  readonly before: () => Reply | null;
  readonly random: () => number;
  readonly now: () => number;
};

/** The shape a fault gives to a call. */
export function suffered(fault: Fault, suffering: Suffering): Outcome {
  const { settle, before } = suffering;
  if ('committed' in fault && fault.committed === true) settle();
  switch (fault.kind) {
    case 'limited':
      return answered(limitedReply(waitOf(fault, suffering)));
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
    case 'repeat-page':
      return answered(before() ?? settle());
    case 'slow-loris':
      return { ...answered(settle()), pace: { bytes: fault.bytes ?? 1, ms: fault.ms } };
    case 'broken-off':
    case 'truncated':
    case 'gzip-cut':
    case 'malformed':
    case 'oversize':
    case 'omit':
    case 'repeat':
      return damaged(fault, settle(), suffering.random);
    default:
      return assertNever(fault);
  }
}

function waitOf(fault: Fault & { readonly kind: 'limited' }, { now }: Suffering): string | null {
  if (fault.retryAfter === null) return null;
  return waitInHeader(fault.retryAfter ?? 1, fault.form ?? 'seconds', now());
}

/** Some seconds as `Retry-After` has them. @see RFC 9110, section 10.2.3 */
export function waitInHeader(seconds: number, form: WaitForm, now: number): string | null {
  if (form === 'missing') return null;
  return form === 'seconds' ? String(seconds) : new Date(now + seconds * 1_000).toUTCString();
}
