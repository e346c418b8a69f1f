import { SlackError } from '../localslack/answer.ts';
import { USER_SCOPES } from '../localslack/scopes.ts';
import { askFor } from './acts.ts';
import type { Desk } from './desk.ts';
import type { Fault } from './faults.ts';
import { databaseImage, putDatabase, removeDatabase } from './profile-files.ts';
import { signIn } from './sign-ins.ts';
import { hit, type Stage } from './stage.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Trouble that lasts: it begins, and later it is mended. */
export type Spells = {
  /** Lets a fault begin somewhere, if it can. */
  readonly begin: (fault: Fault) => void;
  /** Starts desktops that are down, after a while. */
  readonly tendDown: () => void;
  /** Mends everything at once. */
  readonly endAll: () => void;
  /** The token with which a person can connect now. */
  readonly tokenOf: (user: string) => string;
};

type Mend = () => void;
type Beginnings = { readonly [F in Fault]?: (desk: Desk) => Mend | null };

export function createSpells(stage: Stage): Spells {
  const { timeline, chance, chronicle, desks } = stage;
  const open = new Set<Mend>();
  const tokens = new Map(desks.map((desk) => [desk.user, desk.keychain.token ?? '']));
  const tokenOf = (user: string) => tokens.get(user) ?? '';
  const beginnings: Beginnings = {
    ...networkSpells(stage),
    ...tokenSpells(stage, tokens),
    ...channelSpells(stage),
    rotation: (desk) => {
      void signIn(stage, desk);
      return NOTHING;
    },
    ...clockSpells(stage),
    ...processSpells(stage),
  };
  const starting = new Set<Desk>();

  return {
    begin: (fault) => {
      const desk = chance.pick(desks);
      const mend = beginnings[fault]?.(desk) ?? null;
      if (mend === null) return;
      hit(stage, fault);
      chronicle.note(timeline.now(), fault, desk.name);
      const once = () => {
        if (!open.delete(once)) return;
        chronicle.note(timeline.now(), 'mended', fault, desk.name);
        mend();
      };
      open.add(once);
      timeline.after(chance.between(5, 90) * SECOND, once);
    },
    tendDown: () => {
      for (const desk of desks) {
        if (desk.state() !== 'down' || starting.has(desk)) continue;
        starting.add(desk);
        const again = stage.faults.includes('crash') && chance.maybe(0.2);
        timeline.after(chance.between(200, 20_000), () => {
          starting.delete(desk);
          void desk.start(again ? chance.between(1, 12) : undefined);
        });
      }
    },
    endAll: () => {
      for (const mend of open) mend();
    },
    tokenOf,
  };
}

const NOTHING: Mend = () => undefined;

function networkSpells({ desks, timeline }: Stage): Beginnings {
  let spell = 0;
  const cut = (some: readonly Desk[]): Mend => {
    spell += 1;
    const name = `${spell} ${timeline.now()}`;
    for (const desk of some) desk.offline.add(name);
    return () => {
      for (const desk of some) desk.offline.delete(name);
    };
  };
  return { offline: (desk) => cut([desk]), blackout: () => cut(desks) };
}

/** Connects, and tries again until Slack has been reached. */
export function connect(stage: Stage, desk: Desk, token: string): void {
  askFor(stage, desk, { kind: 'command', name: 'slack.connect', input: { token } });
}

function tokenSpells(stage: Stage, tokens: Map<string, string>): Beginnings {
  const { slack, chance, desks } = stage;
  let made = 0;
  const own = (desk: Desk) => tokens.get(desk.user) ?? '';
  return {
    revoked: (desk) => {
      slack.endToken(own(desk), 'token_revoked');
      return () => {
        made += 1;
        const token = `xoxp-${desk.name}-${made}`;
        slack.addToken(token, desk.user);
        tokens.set(desk.user, token);
        connect(stage, desk, token);
      };
    },
    scope: (desk) => {
      const lost = chance.pick(['channels:history', 'chat:write', 'channels:write']);
      const token = own(desk);
      slack.addToken(
        token,
        desk.user,
        USER_SCOPES.filter((scope) => scope !== lost),
      );
      return () => {
        // One that was revoked meanwhile stays so.
        if (own(desk) === token) slack.addToken(token, desk.user);
        connect(stage, desk, own(desk));
      };
    },
    swapped: (desk) => {
      const others = desks.filter((other) => other !== desk);
      if (others.length === 0) return null;
      connect(stage, desk, own(chance.pick(others)));
      return () => connect(stage, desk, own(desk));
    },
    'signed-out': (desk) => {
      askFor(stage, desk, { kind: 'command', name: 'slack.disconnect', input: {} });
      return () => connect(stage, desk, own(desk));
    },
  };
}

/** What Slack refuses to people is left undone. */
function tried(deed: () => void): boolean {
  try {
    deed();
    return true;
  } catch (cause) {
    if (cause instanceof SlackError) return false;
    throw cause;
  }
}

function channelSpells({ slack, chance }: Stage): Beginnings {
  const homes = () => slack.channels().filter(({ name }) => name.startsWith('inc-'));
  return {
    archived: () => {
      const open = homes().filter(({ isArchived }) => !isArchived);
      if (open.length === 0) return null;
      const channel = chance.pick(open);
      slack.archive(channel.id);
      return () => {
        // Who made it may have left since, and only a member may open it again.
        channel.members.add(channel.creator);
        if (channel.isArchived) slack.as(channel.creator).unarchive(channel.id);
      };
    },
    kicked: ({ user }) => {
      const theirs = homes().filter(({ members }) => members.has(user) && members.size > 1);
      if (theirs.length === 0) return null;
      const channel = chance.pick(theirs);
      const others = [...channel.members].filter((other) => other !== user);
      const gone = chance.maybe(0.5)
        ? tried(() => slack.as(user).leave(channel.id))
        : tried(() => slack.as(chance.pick(others)).kick(channel.id, user));
      if (!gone) return null;
      // Whoever is left may have gone too, or the channel be archived: an admin sees to it.
      return () => void channel.members.add(user);
    },
  };
}

function clockSpells({ desks, chance, timeline }: Stage): Beginnings {
  const off = () => chance.pick([-1, 1]) * chance.between(MINUTE, 5 * HOUR);
  return {
    skew: (desk) => {
      desk.clock.jump(off());
      return NOTHING;
    },
    jump: (desk) => {
      desk.clock.jump(chance.maybe(0.5) ? off() : -desk.clock.offset());
      return NOTHING;
    },
    sleep: (desk) => {
      const some = chance.maybe(0.2) ? desks : [desk];
      for (const one of some) one.clock.sleep();
      return () => {
        for (const one of some) {
          timeline.after(chance.between(0, 5_000), one.clock.wake);
        }
      };
    },
  };
}

function processSpells({ chance }: Stage): Beginnings {
  const backups = new Map<Desk, Buffer>();
  /** Does something to the files between an end and the next start. */
  const whileDown = (desk: Desk, deed: (profile: string) => void): Mend => {
    void desk.quit().then(() => {
      if (desk.state() === 'down') deed(desk.profile());
    });
    return NOTHING;
  };
  const runs = (desk: Desk) => desk.state() === 'running' && !desk.clock.asleep();
  return {
    crash: (desk) => {
      if (!runs(desk)) return null;
      desk.killAfter(chance.between(1, 80));
      return NOTHING;
    },
    restart: (desk) => (runs(desk) ? whileDown(desk, () => undefined) : null),
    'lost-database': (desk) => (runs(desk) ? whileDown(desk, removeDatabase) : null),
    'old-backup': (desk) => {
      if (!runs(desk)) return null;
      const image = backups.get(desk);
      if (image === undefined || chance.maybe(0.4)) {
        backups.set(desk, databaseImage(desk.profile()));
        return null;
      }
      return whileDown(desk, (profile) => putDatabase(profile, image));
    },
  };
}
