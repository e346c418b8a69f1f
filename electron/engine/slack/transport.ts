import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { Context } from '../context.ts';
import { incidentById } from '../store/incidents.ts';
import { isCarried } from '../store/ops.ts';
import { nameOf } from '../store/people.ts';
import { allChannels } from '../store/slack-channels.ts';
import type { Attempt, CallMeter, Transport, Trouble } from '../transport.ts';
import { newsOf, noteNewsRead } from './announcements.ts';
import {
  chooseAnnouncements,
  forgetProblem,
  newPlaceWatch,
  type Seeker,
} from './announcements-place.ts';
import { fitting } from './carrier.ts';
import { openChannel } from './channel.ts';
import { createPauses } from './method-pauses.ts';
import { type PeopleWalk, readAllPeople } from './people.ts';
import { postOps } from './post.ts';
import { inOnePlace } from './post-mortem-thread.ts';
import { discoverPrivate, type LooksInVain } from './private-channels.ts';
import { discoverAnnounced, readingWith } from './pull.ts';
import { readingOf } from './reading.ts';
import { owedBy, retryOwed, settleOwed } from './sequels.ts';
import { createSessions, type Session, SIGNED_OUT } from './session.ts';

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** Slack as the shared log. @param meter hears of every call */
export function slackTransport(core: Core, meter: CallMeter): Transport {
  const { db, ports } = core;
  const inVain: LooksInVain = new Map();
  const people: PeopleWalk = { cursor: '' };
  const watch = newPlaceWatch();
  const sessions = createSessions(core, { pauses: createPauses(ports), meter });
  /** A person may disconnect between any two steps of what is under way. */
  const signedIn = async <T>(act: (now: Session) => Attempt<T>): Attempt<T> => {
    const session = sessions.now();
    if (session === null) return err(SIGNED_OUT);
    const done = await act(session);
    // What Slack says of a token that is no longer the one says nothing of the next.
    const isOver = !done.ok && done.error.kind === 'refused' && sessions.now() !== session;
    return isOver ? err(OVERTAKEN) : done;
  };
  const reading = readingOf(core, (read) =>
    signedIn(({ call, tokens }) => read(readingWith(core, call), tokens)),
  );
  const seeking = <T>(seek: (seeker: Seeker) => Attempt<T>): Attempt<T> =>
    signedIn(({ call, lists }) => seek({ core, call, lists, watch }));
  return {
    connect: sessions.connect,
    resume: sessions.resume,
    disconnect: () => {
      sessions.end();
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
    fit: (ops) => fitting(inOnePlace(ops)),
    push: (id, ops) =>
      signedIn(({ call, account }) => {
        const poster = { call, db, clock: ports.clock, user: account.user };
        return postOps({ ...poster, nameOf: (ref) => nameOf(db, ref) }, id, ops);
      }),
    owed: () => owedBy(core),
    settleOwed: (id) => seeking((seeker) => settleOwed(seeker, id)),
    retryOwed: (id) => {
      retryOwed(db, id);
      forgetProblem(core, watch);
    },
    announceIn: async (name) => {
      const session = sessions.now();
      if (session === null) return err(NOT_SIGNED_IN);
      return chooseAnnouncements({ core, call: session.call, lists: session.lists, watch }, name);
    },
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

const OVERTAKEN: Trouble = { kind: 'offline', message: 'Slack was connected anew meanwhile.' };

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
