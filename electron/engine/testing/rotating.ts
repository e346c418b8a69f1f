import type { SeedInput } from '../../localslack/seed.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import type { Workspace } from '../../localslack/workspace.ts';
import type { Secrets } from '../ports.ts';
import { keptText, readKept } from '../slack/kept-token.ts';

/** A team whose app's access tokens work for this long, as Slack's do for twelve hours. */
export function teamWithTokensOf(seconds: number): SeedInput {
  const { oauth_apps: apps = [], ...slack } = SMALL_TEAM.slack;
  return {
    slack: { ...slack, oauth_apps: apps.map((app) => ({ ...app, token_seconds: seconds })) },
  };
}

/** What a desktop keeps after a person let its app in. */
export function keptPair(slack: Workspace, user = 'ana'): string {
  const { seconds, ...pair } = slack.letIn(user);
  const times = { issuedAt: slack.now(), lifetime: seconds * 1_000 };
  return keptText({ kind: 'rotating', ...pair, ...times });
}

/** A keychain that one can look into, and that can fail. */
export type Keychain = Secrets & {
  kept: string | null;
  /** Whether it refuses to keep anything. */
  isLocked: boolean;
  /** The access token it holds. */
  readonly access: () => string;
};

export function keychain(kept: string | null): Keychain {
  const made: Keychain = {
    keeping: 'keychain',
    kept,
    isLocked: false,
    load: async () => made.kept,
    save: async (text) => {
      if (made.isLocked) throw new Error('the keychain is locked');
      made.kept = text;
    },
    clear: async () => {
      made.kept = null;
    },
    access: () => {
      const read = readKept(made.kept ?? '');
      return read?.kind === 'rotating' ? read.access : '';
    },
  };
  return made;
}
