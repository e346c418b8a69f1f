import { faultOf } from '#shared/base/fault.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { type Account, saveAccount } from '../account.ts';
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { forgetCarrier } from '../store/slack-carrier-choice.ts';
import { keepWorkspace, workspaceOf } from '../store/workspace.ts';
import type { Attempt, Trouble, WayIn } from '../transport.ts';
import { connectError, missingScopesError, readAccount, tokenShape } from './account.ts';
import { carryingCall } from './carrying.ts';
import { type ChannelLists, channelLists } from './channel-lists.ts';
import { type CallLimits, openCall, type SlackCall, slackClient } from './client.ts';
import { readTroubleOf } from './failure.ts';
import { type KeptToken, readKept } from './kept-token.ts';
import { rotatingToken } from './rotation.ts';
import { lastingToken, type TokenSource } from './token-source.ts';

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** The signed-in state: a token's client and whose it is. */
export type Session = {
  readonly call: SlackCall;
  readonly lists: ChannelLists;
  readonly account: Account;
  readonly tokens: TokenSource;
};

/** Who is signed in now, and how somebody comes to be. */
export type Sessions = {
  readonly now: () => Session | null;
  /** Checks what a person brought and, when it is good, keeps it and acts with it from now on. */
  readonly connect: (kept: string, way: WayIn) => Promise<Result<void, ContractError>>;
  /** Acts with what was kept: the same check, at a start, perhaps offline. */
  readonly resume: (kept: string) => Attempt<void>;
  readonly end: () => void;
};

/** Tokens that are to be used, by the text they were kept as. */
type Held = { readonly kept: string; readonly tokens: TokenSource };

export function createSessions(core: Core, limits: CallLimits): Sessions {
  let session: Session | null = null;
  /** A renewal outlives a try that failed after it: what was kept then is no longer the newest. */
  let held: Held | null = null;
  const enter = (next: Held, account: Account, call: SlackCall) => {
    if (held !== next) held?.tokens.close();
    held = next;
    session = sessionOf(core, { account, call, tokens: next.tokens });
  };
  return {
    now: () => session,
    connect: async (kept, way) => {
      const read = way === 'paste' ? shaped(kept) : ok(readKept(kept));
      if (!read.ok) return read;
      if (read.value === null) return err(UNREADABLE);
      const tokens = tokensOf(core, limits, read.value);
      const call = slackClient(core.ports, tokens, limits);
      const checked = await readAccount(call);
      if (!checked.ok) return err(connectError(checked.error, way));
      const { account, missing } = checked.value;
      if (missing.length > 0) return err(missingScopesError(missing, way));
      const own = keepTeam(core.db, account);
      if (!own.ok) return own;
      const isSaved = await saved(core, kept, held?.tokens ?? null);
      if (!isSaved) return err(NO_KEYCHAIN);
      saveAccount(core.db, account);
      // With another token, or after the app was installed anew, other things may get through.
      forgetCarrier(core.db, account);
      enter({ kept, tokens }, account, call);
      return ok(undefined);
    },
    resume: async (kept) => {
      const next = held?.kept === kept ? held : readHeld(core, limits, kept);
      if (next === null) return err(KEPT_UNREADABLE);
      held = next;
      const call = slackClient(core.ports, next.tokens, limits);
      const checked = await readAccount(call);
      // Somebody signed in or out meanwhile: this answer is about nobody any more.
      if (held !== next) return err(SIGNED_OUT);
      if (!checked.ok) return err(readTroubleOf(checked.error, 'the workspace'));
      const { account } = checked.value;
      const own = keepTeam(core.db, account);
      if (!own.ok) return err(refused(own.error));
      saveAccount(core.db, account);
      enter(next, account, call);
      return ok(undefined);
    },
    end: () => {
      held?.tokens.close();
      held = null;
      session = null;
    },
  };
}

/**
 * Keeps a token in the place of another, whose renewal must not come behind it.
 * @returns whether the keychain took it
 */
async function saved(
  { ports }: Core,
  kept: string,
  replaced: TokenSource | null,
): Promise<boolean> {
  replaced?.close();
  try {
    await ports.secrets.save(kept);
    return true;
  } catch (cause) {
    replaced?.reopen();
    ports.log({ level: 'warn', event: 'slack.token-not-kept', fault: faultOf(cause) });
    return false;
  }
}

export const SIGNED_OUT: Trouble = {
  kind: 'offline',
  message: 'This desktop is signed out of Slack.',
};

const UNREADABLE = contractError(
  'internal',
  'Slack’s answer to the sign-in cannot be kept.',
  'Press Sign in with Slack to try again.',
);

const NO_KEYCHAIN = contractError(
  'storage_failed',
  'Not connected: the keychain of this computer does not take the token.',
  'Unlock the keychain, then try again.',
);

const KEPT_UNREADABLE: Trouble = {
  kind: 'refused',
  message: 'What the keychain kept of your Slack sign-in cannot be read.',
  hint: 'Open Settings and sign in again, or paste your token. Everything you do is kept and sent then.',
};

const refused = ({ message, hint = '' }: ContractError): Trouble => ({
  kind: 'refused',
  message,
  hint,
});

function shaped(token: string): Result<KeptToken, ContractError> {
  const shape = tokenShape(token);
  return shape.ok ? ok({ kind: 'lasting', token }) : shape;
}

function readHeld(core: Core, limits: CallLimits, kept: string): Held | null {
  const token = readKept(kept);
  return token === null ? null : { kept, tokens: tokensOf(core, limits, token) };
}

function tokensOf({ ports }: Core, limits: CallLimits, kept: KeptToken): TokenSource {
  return kept.kind === 'lasting'
    ? lastingToken(kept.token)
    : rotatingToken({ ports, ask: openCall(ports, limits) }, kept);
}

function sessionOf(
  core: Core,
  { account, call, tokens }: Pick<Session, 'account' | 'call' | 'tokens'>,
): Session {
  const lists = channelLists(call, core.ports.clock);
  return { call: carryingCall(core, account, call), lists, account, tokens };
}

/**
 * Ties the profile to its first workspace. Channels and people are one workspace's: mixing two would
 * send incidents to strangers.
 */
function keepTeam(db: Db, account: Account): Result<void, ContractError> {
  const team = workspaceOf(db);
  if (team !== null && team.id !== account.team) {
    return err(
      contractError(
        'slack_refused',
        `This token is for ${account.teamName}; the incidents here belong to ${team.name}.`,
        `For ${account.teamName}, start Quarterdeck with another data folder (--profile).`,
      ),
    );
  }
  keepWorkspace(db, { id: account.team, name: account.teamName });
  return ok(undefined);
}
