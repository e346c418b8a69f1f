import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MINUTE } from '#shared/base/duration.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { ASKED_SCOPES, isClientId, RETURN_PORTS, returnAddress } from '#shared/domain/slack-app.ts';
import type { Context } from '../context.ts';
import type { SignInControl, SyncControl } from '../controls.ts';
import type { Cancel, ReturnWords } from '../ports.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { CallMeter } from '../transport.ts';
import { openCall, type SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';
import { keptOf, keptText, TokenAnswer } from './kept-token.ts';
import { createPauses } from './method-pauses.ts';

/** Slack's codes live for ten minutes; nobody waits longer for a person in a browser. */
const WAIT_MS = 10 * MINUTE;
const CLIENT_SETTING = 'slack.client-id';
const ClientId = z.string().refine(isClientId);
/** RFC 7636 takes 43 to 128 characters of these, six bits each. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VERIFIER_LENGTH = 64;
const STATE_LENGTH = 32;

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** A sign-in under way: somebody is at Slack's page in the browser. */
type Flow = {
  readonly clientId: string;
  readonly state: string;
  readonly verifier: string;
  readonly redirect: string;
  readonly url: string;
  /** The code came and is being exchanged: a second answer is not for it. */
  isAnswered: boolean;
  readonly stop: () => void;
};

export type SignIn = SignInControl & {
  /** Waits for nobody any more: the engine ends. */
  readonly stop: () => void;
};

/**
 * Signs in through the system's browser, by PKCE: Slack's page sends a code back to this computer,
 * which only who began can exchange. No secret is needed, and none is in the app.
 * @see docs.slack.dev/authentication/using-pkce
 */
export function createSignIn(
  core: Core,
  connect: SyncControl['connect'],
  meter: CallMeter,
): SignIn {
  const { ports, db } = core;
  const ask = openCall(ports, { pauses: createPauses(ports), meter });
  let flow: Flow | null = null;
  /** How the last one ended, until the next begins. */
  let problem: ContractError | null = null;
  const settle = (next: Flow | null, how: ContractError | null) => {
    if (flow !== next) flow?.stop();
    flow = next;
    problem = how;
    core.emit({ view: 'settings' });
  };

  const exchange = async (now: Flow, code: string): Promise<Result<void, ContractError>> => {
    const given = await exchanged(ask, now, code);
    // Cancelled, or begun anew, while Slack was asked.
    if (flow !== now) return err(NOT_UNDER_WAY);
    if (!given.ok) return given;
    const kept = keptOf(given.value, now.clientId, ports.clock.now());
    return connect(keptText(kept), 'sign-in');
  };

  const answer = async (query: string): Promise<Result<void, ContractError>> => {
    const told = readAnswer(query);
    const now = flow;
    if (now === null || told.state !== now.state) return err(NOT_UNDER_WAY);
    if (now.isAnswered) return err(ANSWERED_TWICE);
    now.isAnswered = true;
    core.emit({ view: 'settings' });
    const done = told.code === null ? err(deniedError(told.error)) : await exchange(now, told.code);
    if (flow === now) settle(null, done.ok ? null : done.error);
    return done;
  };

  return {
    begin: async (typed) => {
      const clientId = ports.slackClientId ?? typed ?? readSetting(db, CLIENT_SETTING, ClientId);
      if (clientId === null || clientId === '') return err(NO_CLIENT_ID);
      if (!isClientId(clientId)) return err(ODD_CLIENT_ID);
      if (ports.slackClientId === undefined) writeSetting(db, CLIENT_SETTING, clientId);
      flow?.stop();
      flow = null;
      const begun = await beginFlow(core, clientId, {
        answer: async (query) => wordsOf(await answer(query)),
        late: (late) => {
          if (flow === late && !late.isAnswered) settle(null, TOO_LATE);
        },
      });
      if (!begun.ok) return begun;
      settle(begun.value, null);
      return ok({ url: begun.value.url });
    },
    answer,
    cancel: () => {
      if (flow !== null || problem !== null) settle(null, null);
    },
    stop: () => flow?.stop(),
    view: () => ({
      clientId: ports.slackClientId ?? readSetting(db, CLIENT_SETTING, ClientId),
      isClientIdGiven: ports.slackClientId !== undefined,
      state: flow === null ? 'idle' : flow.isAnswered ? 'finishing' : 'waiting',
      url: flow === null || flow.isAnswered ? null : flow.url,
      problem: problem === null ? null : { message: problem.message, hint: problem.hint ?? '' },
    }),
  };
}

type Ends = {
  readonly answer: (query: string) => Promise<ReturnWords>;
  readonly late: (flow: Flow) => void;
};

/** Waits for the browser on the first port that is free, and makes the address it is sent to. */
async function beginFlow(
  { ports }: Core,
  clientId: string,
  { answer, late }: Ends,
): Promise<Result<Flow, ContractError>> {
  for (const port of RETURN_PORTS) {
    const opened = await ports.openReturn?.(port, answer);
    if (opened === undefined) return err(NO_RETURN);
    if (!opened.ok) continue;
    const redirect = returnAddress(port);
    const state = secret(ports.random, STATE_LENGTH);
    const verifier = secret(ports.random, VERIFIER_LENGTH);
    const url = authorizeAddress(ports.slackApiUrl, { clientId, redirect, state, verifier });
    let timer: Cancel = () => undefined;
    const stop = () => {
      timer();
      opened.value.close();
    };
    const flow: Flow = { clientId, state, verifier, redirect, url, isAnswered: false, stop };
    timer = ports.clock.after(WAIT_MS, () => late(flow));
    return ok(flow);
  }
  return err(NO_PORT);
}

function secret(random: () => number, length: number): string {
  const letter = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? '';
  return Array.from({ length }, letter).join('');
}

type Asked = Pick<Flow, 'clientId' | 'redirect' | 'state' | 'verifier'>;

/** Slack's page, or that of the server that stands in for it. */
function authorizeAddress(slackApiUrl: string | null, asked: Asked): string {
  const url = new URL('/oauth/v2/authorize', slackApiUrl ?? 'https://slack.com/');
  const challenge = createHash('sha256').update(asked.verifier).digest('base64url');
  const query = {
    client_id: asked.clientId,
    user_scope: ASKED_SCOPES.join(','),
    redirect_uri: asked.redirect,
    state: asked.state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

type Told = { readonly code: string | null; readonly state: string; readonly error: string };

/** Reads what a browser, or a link to the app, came back with: an address, or what is behind its `?`. */
function readAnswer(text: string): Told {
  const query = new URLSearchParams(text.slice(text.indexOf('?') + 1).trim());
  const code = query.get('code');
  return {
    code: code === '' ? null : code,
    state: query.get('state') ?? '',
    error: query.get('error') ?? '',
  };
}

async function exchanged(ask: SlackCall, flow: Flow, code: string) {
  const answer = await ask(
    'oauth.v2.access',
    {
      client_id: flow.clientId,
      grant_type: 'authorization_code',
      code,
      code_verifier: flow.verifier,
      redirect_uri: flow.redirect,
    },
    TokenAnswer,
  );
  return answer.ok ? answer : err(exchangeError(answer.error));
}

const AGAIN = 'Press Sign in with Slack to try again.';

function exchangeError(failure: SlackFailure): ContractError {
  switch (failure.kind) {
    case 'limited':
    case 'unreachable':
    case 'unreadable':
      return contractError(
        'slack_unreachable',
        'Slack let you in, but could not be reached to finish.',
        `Check the network. ${AGAIN}`,
      );
    case 'platform':
      return codeError(failure.code);
  }
}

function codeError(code: string): ContractError {
  switch (code) {
    case 'code_expired':
    case 'invalid_code':
    case 'code_already_used':
      return contractError('slack_refused', 'Slack’s answer was too old or used already.', AGAIN);
    case 'invalid_client_id':
      return contractError(
        'slack_refused',
        'Slack knows no app of this client ID.',
        'Copy it once more from Basic Information of your Slack app, then sign in again.',
      );
    case 'bad_client_secret':
      return contractError(
        'slack_refused',
        'This Slack app does not let desktops sign in.',
        'Turn on PKCE under OAuth & Permissions of your Slack app, then sign in again.',
      );
    default:
      return contractError('slack_refused', `Slack did not finish the sign-in (${code}).`, AGAIN);
  }
}

const deniedError = (error: string): ContractError =>
  error === 'access_denied'
    ? contractError('slack_refused', 'Quarterdeck was not let in: Cancel was pressed.', AGAIN)
    : contractError(
        'slack_refused',
        'Slack did not let Quarterdeck in.',
        `If an admin must allow the app, ask one. ${AGAIN}`,
      );

const NO_CLIENT_ID = contractError(
  'invalid_input',
  'Enter the client ID of your Slack app.',
  'It stands under Basic Information of the app.',
);
const ODD_CLIENT_ID = contractError(
  'invalid_input',
  'This is not a client ID.',
  'It looks like 1234567890.1234567890123, under Basic Information of your Slack app.',
);
const NOT_UNDER_WAY = contractError(
  'not_possible',
  'This is not the answer to a sign-in that is under way here.',
  `Go back to Quarterdeck. ${AGAIN}`,
);
const ANSWERED_TWICE = contractError(
  'not_possible',
  'This sign-in was answered already.',
  'Go back to Quarterdeck to see how it went.',
);
const TOO_LATE = contractError('slack_refused', 'Nobody answered at Slack for ten minutes.', AGAIN);
const NO_RETURN = contractError(
  'not_possible',
  'Quarterdeck cannot sign in with a browser here.',
  'Paste a token in its place.',
);
const NO_PORT = contractError(
  'not_possible',
  `Slack cannot send you back: the ports ${RETURN_PORTS.join(', ')} of this computer are in use.`,
  'Quit what uses them, then try again; or paste a token.',
);

/** What the browser shows. */
const wordsOf = (done: Result<void, ContractError>): ReturnWords =>
  done.ok
    ? {
        title: 'You are signed in',
        text: 'Slack is connected. Close this tab and go back to Quarterdeck.',
      }
    : { title: 'You are not signed in', text: `${done.error.message} ${done.error.hint ?? ''}` };
