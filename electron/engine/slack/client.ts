import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { EnginePorts } from '../ports.ts';
import type { CallMeter } from '../transport.ts';
import { ANSWER_MAX, AnswerTooLarge, readBody } from './answer-body.ts';
import type { SlackFailure } from './failure.ts';
import type { MethodPauses } from './method-pauses.ts';
import type { TokenSource } from './token-source.ts';

/** Longest wait for an answer; Slack's own posts take seconds at their worst. */
const TIMEOUT_MS = 15_000;
/** Where Slack names no time to wait. */
const DEFAULT_RETRY_AFTER_S = 30;
/** Longest wait believed of a date: a wrong clock somewhere would else close a method for ever. */
const DATE_WAIT_MAX_S = 600;

export type SlackArgs = Readonly<Record<string, unknown>>;

/** One call: the answer in the shape asked for, or how it failed. Never throws. */
export type SlackCall = <T>(
  method: string,
  args: SlackArgs,
  answer: z.ZodType<T>,
) => Promise<Result<T, SlackFailure>>;

/** What all calls of one app in one workspace share, whichever token they are made with. */
export type CallLimits = { readonly pauses: MethodPauses; readonly meter: CallMeter };

/**
 * Slack's client without its own retries and pauses: a retry would post twice, and its queue would
 * hold back a post because a read was limited. Both are for the sync to decide. A call that Slack
 * refused for an old token did nothing there, and is made again with the next one.
 */
export function slackClient(
  ports: EnginePorts,
  tokens: TokenSource,
  limits: CallLimits,
): SlackCall {
  const callAs = caller(ports, limits);
  return async (method, args, answer) => {
    const token = await tokens.current();
    if (!token.ok) return token;
    const first = await callAs(token.value)(method, args, answer);
    if (first.ok || !isOldToken(first.error)) return first;
    const next = await tokens.replace(token.value);
    if (next === null) return first;
    return next.ok ? callAs(next.value)(method, args, answer) : next;
  };
}

/** Calls where there is no token yet: for a first one, or the next. */
export function openCall(ports: EnginePorts, limits: CallLimits): SlackCall {
  return caller(ports, limits)(null);
}

const OLD_TOKEN = new Set(['token_expired', 'token_revoked', 'invalid_auth']);

const isOldToken = (failure: SlackFailure): boolean =>
  failure.kind === 'platform' && OLD_TOKEN.has(failure.code);

/** Makes calls with one token after the other. */
function caller(ports: EnginePorts, limits: CallLimits): (token: string | null) => SlackCall {
  let held: { readonly token: string | null; readonly call: SlackCall } | null = null;
  return (token) => {
    if (held?.token !== token) held = { token, call: callWith(ports, token, limits) };
    return held.call;
  };
}

function callWith(
  ports: EnginePorts,
  token: string | null,
  { pauses, meter }: CallLimits,
): SlackCall {
  const web = new WebClient(token ?? undefined, {
    ...(ports.slackApiUrl === null ? {} : { slackApiUrl: ports.slackApiUrl }),
    fetch: timedFetch(ports),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: SILENT,
  });
  return async (method, args, answer) => {
    const wait = await pauses.enter(method);
    if (wait !== null) return err({ kind: 'limited', retryAfter: wait });
    meter.took(method);
    const answered = await attempt(ports, web, method, args);
    const isLimited = !answered.ok && answered.error.kind === 'limited';
    pauses.settle(method, isLimited ? answered.error.retryAfter : null);
    if (isLimited) meter.limited(method);
    if (!answered.ok) return answered;
    const parsed = answer.safeParse(answered.value);
    if (parsed.success) return ok(parsed.data);
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    ports.log({ level: 'warn', event: 'slack.odd-answer', detail: { method, field } });
    return err(notSlack());
  };
}

async function attempt(
  ports: EnginePorts,
  web: WebClient,
  method: string,
  args: SlackArgs,
): Promise<Result<unknown, SlackFailure>> {
  try {
    return ok(await web.apiCall(method, encodable(args)));
  } catch (cause) {
    const failure = failureOf(cause);
    ports.log({ level: 'warn', event: 'slack.failed', detail: { method, ...detailOf(failure) } });
    return err(failure);
  }
}

/**
 * Half a character in a text would throw when it is encoded for the wire, at each try again. What is
 * not text at the top goes as JSON, which writes it as an escape.
 */
function encodable(args: SlackArgs): Record<string, unknown> {
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.toWellFormed() : value,
  ]);
  return Object.fromEntries(entries);
}

type FetchLike = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** Ends a call that hangs, by the engine's own clock. */
function timedFetch(ports: EnginePorts): FetchLike {
  return async (url, init) => {
    const timeout = new AbortController();
    const cancel = ports.clock.after(TIMEOUT_MS, () => timeout.abort());
    try {
      const response = await ports.fetch(url, { ...init, signal: timeout.signal });
      // The body counts too: an answer that trickles for ever is no answer.
      const body = await readBody(response, ANSWER_MAX);
      const { status, statusText } = response;
      const headers = new Headers(response.headers);
      if (status === 429) {
        headers.set('retry-after', String(retryAfterSeconds(headers, ports.clock.now())));
      }
      return new Response(hasBody(status) ? body : null, { status, statusText, headers });
    } finally {
      cancel();
    }
  };
}

/**
 * How long a 429 asks to wait, in whole seconds: a number, or a date as HTTP also allows, read
 * against the answer's own date since our clock may be off. A proxy may leave it out.
 */
export function retryAfterSeconds(headers: Headers, now: number): number {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}(\.\d+)?$/.test(said)) return Math.max(1, Math.ceil(Number(said)));
  // Only what names a month: `Date.parse` makes something of nearly everything.
  const until = /[a-z]{3}/i.test(said) ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(until)) return DEFAULT_RETRY_AFTER_S;
  const from = Date.parse(headers.get('date') ?? '');
  const seconds = Math.ceil((until - (Number.isNaN(from) ? now : from)) / 1000);
  return Math.min(DATE_WAIT_MAX_S, Math.max(1, seconds));
}

const hasBody = (status: number) => status !== 204 && status !== 205 && status !== 304;

/** The SDK would print to the console; what matters of it reaches our own log. */
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};

/** Slack's codes are short words; a captive portal's page is not. */
const ERROR_CODE = /^[a-z][a-z0-9_]{1,60}$/;

/** Failures that come before a request leaves this computer. */
const NOT_BEGUN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** So do these: who is there is asked, and a proxy is passed, before anything is said. */
const CERTIFICATE =
  /^(CERT_|ERR_CERT_|ERR_TLS_CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/;
const PROXY = /^ERR_(PROXY_|TUNNEL_|NO_SUPPORTED_PROXIES|MANDATORY_PROXY_)/;

const notSlack = (): SlackFailure => ({
  kind: 'unreachable',
  begun: true,
  message: 'Something else answers in place of Slack: a sign-in page of this network, perhaps.',
});

function failureOf(cause: unknown): SlackFailure {
  if (cause instanceof WebAPIRateLimitedError) {
    return { kind: 'limited', retryAfter: cause.retryAfter * 1000 };
  }
  if (cause instanceof WebAPIPlatformError) return platformFailure(cause);
  if (cause instanceof WebAPIHTTPError) {
    if (cause.statusCode === 404) return UNKNOWN_METHOD;
    return { kind: 'unreachable', begun: true, message: `Slack answers with ${cause.statusCode}.` };
  }
  if (cause instanceof WebAPIRequestError && cause.original instanceof AnswerTooLarge) {
    return { kind: 'unreadable', tooLarge: true };
  }
  const code = cause instanceof WebAPIRequestError ? networkCode(cause.original) : '';
  return networkFailure(code);
}

function networkFailure(code: string): SlackFailure {
  if (CERTIFICATE.test(code)) {
    const message =
      'This computer does not trust the certificate that it is shown for Slack. If a proxy of your network shows it, its own belongs among the system’s.';
    return { kind: 'unreachable', begun: false, message };
  }
  if (PROXY.test(code)) {
    const message = 'The proxy of this network does not let Quarterdeck through to Slack.';
    return { kind: 'unreachable', begun: false, message };
  }
  return { kind: 'unreachable', begun: !NOT_BEGUN.has(code), message: 'Slack cannot be reached.' };
}

function platformFailure(cause: WebAPIPlatformError): SlackFailure {
  const { error, needed } = cause.data as { error: string; needed?: unknown };
  if (!ERROR_CODE.test(error)) return notSlack();
  if (error === 'ratelimited' || error === 'rate_limited') {
    return { kind: 'limited', retryAfter: DEFAULT_RETRY_AFTER_S * 1000 };
  }
  return { kind: 'platform', code: error, needed: typeof needed === 'string' ? needed : null };
}

/** A server that lacks a method (Slack has them all) is no reason to call the network down. */
const UNKNOWN_METHOD: SlackFailure = { kind: 'platform', code: 'unknown_method', needed: null };

/** The system's code, which fetch buries under causes. */
function networkCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = at.cause;
  }
  return '';
}

function detailOf(failure: SlackFailure): Record<string, string | number | boolean> {
  switch (failure.kind) {
    case 'platform':
      return { code: failure.code };
    case 'limited':
      return { retryAfter: failure.retryAfter };
    case 'unreachable':
      return { begun: failure.begun };
    case 'unreadable':
      return { tooLarge: failure.tooLarge };
  }
}
