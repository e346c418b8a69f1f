import { createDeadline } from '#shared/base/deadline.ts';
import { SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { EnginePorts } from '../ports.ts';
import type { SlackCall } from './client.ts';
import { isDeadAccount, isRefusal, type SlackFailure } from './failure.ts';
import { keptOf, keptText, type RotatingToken, TokenAnswer } from './kept-token.ts';
import type { TokenSource } from './token-source.ts';

/**
 * Renewed when this share of its time is over: hours are left then for a network that is down, and
 * for a clock that is off.
 */
const RENEW_AT = 0.75;
/**
 * Between two tries. An answer that got lost has used the refresh token up: the same one works again
 * for a short grace period alone, so there is no time to lose.
 * @see docs.slack.dev/authentication/using-token-rotation
 */
const AGAIN_MS = 5 * SECOND;

export type RotationParts = {
  readonly ports: Pick<EnginePorts, 'clock' | 'secrets' | 'log'>;
  /** Calls without a token. */
  readonly ask: SlackCall;
};

/**
 * A token that is renewed before it ends. One renewal runs at a time, since a refresh token works
 * once; the new pair is in the keychain before it is used, so that no crash loses a sign-in that
 * Slack counts as used.
 */
export function rotatingToken(parts: RotationParts, kept: RotatingToken): TokenSource {
  const { clock } = parts.ports;
  let held = kept;
  /** What Slack gave and no keychain has taken yet. */
  let unkept: RotatingToken | null = null;
  /** How Slack said that it renews it no more: asking again is no use. */
  let ended: SlackFailure | null = null;
  let isClosed = false;
  let underWay: Promise<Result<string, SlackFailure>> | null = null;
  const pause = createDeadline(clock.now);

  const age = (): number => clock.now() - held.issuedAt;
  // A clock that was set back tells nothing of its age.
  const isOver = (): boolean => age() < 0 || age() >= held.lifetime;
  const isDue = (): boolean => age() < 0 || age() >= held.lifetime * RENEW_AT;

  const take = async (): Promise<Result<string, SlackFailure>> => {
    if (ended !== null) return err(ended);
    if (unkept === null) {
      const asked = await askForNext(parts, held);
      if (!asked.ok) {
        ended = asked.error.kind === 'platform' ? asked.error : null;
        return asked;
      }
      unkept = asked.value;
    }
    if (isClosed) return err(CLOSED);
    if (!(await isKept(parts, unkept))) return err(NOT_KEPT);
    held = unkept;
    unkept = null;
    return ok(held.access);
  };
  const renew = (): Promise<Result<string, SlackFailure>> => {
    underWay ??= take().then((taken) => {
      underWay = null;
      if (!taken.ok) pause.set(AGAIN_MS);
      return taken;
    });
    return underWay;
  };

  return {
    current: async () => {
      if (ended !== null || !isDue()) return ok(held.access);
      if (pause.left() > 0 && !isOver()) return ok(held.access);
      const renewed = await renew();
      // The old one may still be good, and where it is not Slack says so.
      return renewed.ok || (isOver() && ended === null) ? renewed : ok(held.access);
    },
    replace: async (used) => (used === held.access ? renew() : ok(held.access)),
    close: () => {
      isClosed = true;
    },
    reopen: () => {
      isClosed = false;
    },
  };
}

async function askForNext(
  { ports, ask }: RotationParts,
  { clientId, refresh }: RotatingToken,
): Promise<Result<RotatingToken, SlackFailure>> {
  const answer = await ask(
    'oauth.v2.access',
    { client_id: clientId, grant_type: 'refresh_token', refresh_token: refresh },
    TokenAnswer,
  );
  if (!answer.ok) return err(failedRenewal(answer.error));
  const next = keptOf(answer.value, clientId, ports.clock.now());
  if (next.kind === 'rotating') return ok(next);
  // Slack says that rotation cannot be switched off; a pair is the only thing that helps.
  return err(notYet('Slack’s answer cannot be read.'));
}

/** A renewal that failed, for the call that waits for it: that one was not begun. */
function failedRenewal(failure: SlackFailure): SlackFailure {
  switch (failure.kind) {
    case 'limited':
      return failure;
    case 'unreachable':
      return notYet(failure.message);
    case 'unreadable':
      return notYet('Slack’s answer cannot be read.');
    case 'platform':
      if (isDeadAccount(failure)) return failure;
      return isRefusal(failure) ? SIGN_IN_ENDED : notYet('Slack had a failure of its own.');
  }
}

/** Whether the keychain has taken it. */
async function isKept({ ports }: RotationParts, pair: RotatingToken): Promise<boolean> {
  try {
    await ports.secrets.save(keptText(pair));
    return true;
  } catch (cause) {
    ports.log({ level: 'warn', event: 'slack.token-not-kept', fault: faultOf(cause) });
    return false;
  }
}

const notYet = (message: string): SlackFailure => ({ kind: 'unreachable', begun: false, message });

const NOT_KEPT = notYet('The keychain of this computer does not take the new Slack token.');
const CLOSED = notYet('This desktop is signed out of Slack.');

/** In Slack's own code, whichever it gave: what a person does is the same. */
const SIGN_IN_ENDED: SlackFailure = {
  kind: 'platform',
  code: 'invalid_refresh_token',
  needed: null,
};
