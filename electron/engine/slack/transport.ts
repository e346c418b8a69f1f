import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { type Account, type Context, saveAccount } from '../context.ts';
import type { Db } from '../store/database.ts';
import { incidentById } from '../store/incidents.ts';
import { isCarried } from '../store/ops.ts';
import { nameOf } from '../store/people.ts';
import { forgetCarrier } from '../store/slack-carrier-choice.ts';
import { allChannels } from '../store/slack-channels.ts';
import { keepWorkspace, workspaceOf } from '../store/workspace.ts';
import type { Attempt, CallMeter, Transport, Trouble } from '../transport.ts';
import { connectError, missingScopesError, readAccount, tokenShape } from './account.ts';
import { newsOf, noteNewsRead } from './announcements.ts';
import {
  chooseAnnouncements,
  forgetProblem,
  newPlaceWatch,
  type Seeker,
} from './announcements-place.ts';
import { fitting } from './carrier.ts';
import { carryingCall } from './carrying.ts';
import { openChannel } from './channel.ts';
import { type ChannelLists, channelLists } from './channel-lists.ts';
import { type CallLimits, type SlackCall, slackClient } from './client.ts';
import { readTroubleOf } from './failure.ts';
import { createPauses } from './method-pauses.ts';
import { type PeopleWalk, readAllPeople } from './people.ts';
import { postOps } from './post.ts';
import { discoverPrivate, type LooksInVain } from './private-channels.ts';
import { discoverAnnounced, readingWith } from './pull.ts';
import { readingOf } from './reading.ts';
import { owedBy, retryOwed, settleOwed } from './sequels.ts';

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** The signed-in state: a token's client and whose it is. */
type Session = {
  readonly call: SlackCall;
  readonly lists: ChannelLists;
  readonly account: Account;
  readonly token: string;
};

/** Slack as the shared log. @param meter hears of every call */
export function slackTransport(core: Core, meter: CallMeter): Transport {
  const { db, ports } = core;
  let session: Session | null = null;
  const inVain: LooksInVain = new Map();
  const people: PeopleWalk = { cursor: '' };
  const watch = newPlaceWatch();
  const limits = { pauses: createPauses(ports), meter };
  /** A person may disconnect between any two steps of what is under way. */
  const signedIn = async <T>(act: (now: Session) => Attempt<T>): Attempt<T> =>
    session === null ? err(SIGNED_OUT) : act(session);
  const reading = readingOf(core, (read) =>
    signedIn(({ call, token }) => read(readingWith(core, call), token)),
  );
  const seeking = <T>(seek: (seeker: Seeker) => Attempt<T>): Attempt<T> =>
    signedIn(({ call, lists }) => seek({ core, call, lists, watch }));
  return {
    connect: async (token) => {
      const checked = await signIn(core, token, limits);
      if (checked.ok) session = checked.value;
      return checked.ok ? ok(undefined) : checked;
    },
    resume: async (token) => {
      const call = slackClient(ports, token, limits);
      const checked = await readAccount(call);
      if (!checked.ok) return err(readTroubleOf(checked.error, 'the workspace'));
      const own = keepTeam(db, checked.value.account);
      if (!own.ok) {
        const { message, hint = '' } = own.error;
        return err({ kind: 'refused', message, hint });
      }
      saveAccount(db, checked.value.account);
      const { account } = checked.value;
      session = sessionOf(core, account, call, token);
      return ok(undefined);
    },
    disconnect: () => {
      session = null;
      inVain.clear();
      people.cursor = '';
      watch.lookAt = 0;
      watch.heard.clear();
    },
    open: async (id) => {
      const incident = incidentById(db, id);
      if (incident === null) return err(UNDECLARED);
      return signedIn(({ call, lists, account }) =>
        openChannel({ call, lists, db, user: account.user }, incident),
      );
    },
    fit: fitting,
    push: (id, ops) =>
      signedIn(({ call, account }) => {
        const poster = { call, db, clock: ports.clock, user: account.user };
        return postOps({ ...poster, nameOf: (ref) => nameOf(db, ref) }, id, ops);
      }),
    owed: () => owedBy(db),
    settleOwed: (id) => seeking((seeker) => settleOwed(seeker, id)),
    retryOwed: (id) => {
      retryOwed(db, id);
      forgetProblem(core, watch);
    },
    announceIn: async (name) =>
      session === null
        ? err(NOT_SIGNED_IN)
        : chooseAnnouncements({ core, call: session.call, lists: session.lists, watch }, name),
    ...reading,
    pull: noteNewsRead(db, reading.pull),
    news: (id) => newsOf({ db, now: ports.clock.now(), heard: watch.heard }, id),
    discover: () => seeking(discoverAnnounced),
    discoverPrivate: () => seeking((seeker) => discoverPrivate(seeker, inVain)),
    readPeople: () =>
      signedIn(async ({ call }) => {
        const read = await readAllPeople(call, db, people);
        if (read.ok && read.value) core.emit({ view: 'settings' });
        return read.ok ? ok(undefined) : read;
      }),
    readable: () =>
      allChannels(db)
        .filter((channel) => channel.channel !== null)
        .map((channel) => channel.incident),
    holds: (op) => isCarried(db, op),
  };
}

const SIGNED_OUT: Trouble = { kind: 'offline', message: 'This desktop is signed out of Slack.' };

const NOT_SIGNED_IN = contractError(
  'slack_unreachable',
  'Slack is not connected at the moment.',
  'Wait until it is, then try again.',
);

/** Changes came here of an incident whose declaration did not: there is no name to give a channel. */
const UNDECLARED: Trouble = {
  kind: 'parked',
  message: 'The declaration of this incident is not on this desktop.',
  hint: 'Retry when it has come from Slack, or take these changes back.',
};

function sessionOf(core: Core, account: Account, call: SlackCall, token: string): Session {
  const lists = channelLists(call, core.ports.clock);
  return { call: carryingCall(core, account, call), lists, account, token };
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

async function signIn(
  core: Core,
  token: string,
  limits: CallLimits,
): Promise<Result<Session, ContractError>> {
  const shape = tokenShape(token);
  if (!shape.ok) return shape;
  const call = slackClient(core.ports, token, limits);
  const checked = await readAccount(call);
  if (!checked.ok) return err(connectError(checked.error));
  const { account, missing } = checked.value;
  if (missing.length > 0) return err(missingScopesError(missing));
  const own = keepTeam(core.db, account);
  if (!own.ok) return own;
  await core.ports.secrets.save(token);
  saveAccount(core.db, account);
  // With another token, or after the app was installed anew, other things may get through.
  forgetCarrier(core.db, account);
  return ok(sessionOf(core, account, call, token));
}
