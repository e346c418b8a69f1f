import { err, ok } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { AskedIssueViewT } from '#shared/contract/views/github.ts';
import type { Context } from '../context.ts';
import type { GitHub } from '../controls.ts';
import type { Secrets } from '../ports.ts';
import {
  type AskedIssue,
  askedIssue,
  askedIssues,
  forgetAskedIssue,
  repositoryOf,
  saveAskedIssue,
  saveRepository,
} from '../store/github.ts';
import { checkGitHub } from './check.ts';
import { type GitHubCall, gitHubClient } from './client.ts';
import { createIssueSender } from './issues.ts';

type Running = GitHub & { readonly stop: () => Promise<void> };

/** GitHub: where it is, who we are there, and the issues that were asked for. */
export function createGitHub(context: Context): Running {
  const { db, ports } = context;
  const secrets = ports.gitHubSecrets ?? forgetful();
  let token: string | null = null;
  let client: GitHubCall | null = null;
  const changed = () => context.emit({ view: 'settings' });
  const hold = (held: string | null) => {
    token = held;
    client = held === null ? null : gitHubClient(ports, held);
  };
  const sender = createIssueSender(context, () => client, changed);
  const load = async () => {
    try {
      const kept = await secrets.load();
      // Somebody may have entered another one meanwhile.
      if (token === null) hold(kept);
      if (kept !== null) changed();
    } catch {
      // The keychain does not open: Settings asks for the token again.
    }
    sender.wake();
  };
  void load();

  return {
    setRepository: (repository) => {
      saveRepository(db, repository);
      // What was refused for its repository goes to the new one; what may be there stays asked there.
      for (const issue of askedIssues(db)) {
        if (repository !== null && issue.state === 'held') {
          saveAskedIssue(db, { ...issue, repository, state: 'waiting', problem: null });
        }
      }
      changed();
      sender.wake();
    },
    setToken: async (given) => {
      try {
        await (given === '' ? secrets.clear() : secrets.save(given));
      } catch {
        return err(NOT_KEPT);
      }
      hold(given === '' ? null : given);
      for (const issue of askedIssues(db)) {
        if (issue.state === 'held') {
          saveAskedIssue(db, { ...issue, state: 'waiting', problem: null });
        }
      }
      changed();
      sender.wake();
      return ok(undefined);
    },
    check: async () => {
      const ready = readiness(repositoryOf(db), client);
      if (!ready.ok) return ready;
      return checkGitHub(ready.value.call, ready.value.repository, ports.clock.now());
    },
    ask: (incident, followUp) => {
      const ready = readiness(repositoryOf(db), client);
      if (!ready.ok) return ready;
      const { repository } = ready.value;
      const before = askedIssue(db, { incident, followUp });
      if (before === null || before.state === 'held') {
        const askedAt = ports.clock.now();
        const fresh = { state: 'waiting', looks: 0, problem: null } as const;
        saveAskedIssue(db, { incident, followUp, repository, askedAt, ...fresh });
        changed();
      }
      sender.wake();
      return ok(undefined);
    },
    forget: (incident, followUp) => {
      forgetAskedIssue(db, { incident, followUp });
      changed();
    },
    view: () => ({
      repository: repositoryOf(db),
      hasToken: token !== null,
      tokenKeeping: secrets.keeping,
      asked: askedIssues(db).map((issue) => viewOf(issue, token !== null)),
    }),
    wake: sender.wake,
    stop: sender.stop,
  };
}

/** Without a place to keep it: until the end. */
function forgetful(): Secrets {
  return {
    keeping: 'session',
    load: async () => null,
    save: async () => undefined,
    clear: async () => undefined,
  };
}

const NOT_KEPT: ContractError = contractError(
  'storage_failed',
  'The token could not be kept.',
  'Unlock the keychain of this computer, then enter it again.',
);

const NOT_SET_UP = contractError(
  'not_possible',
  'GitHub is not set up.',
  'Enter the repository and a token in Settings.',
);

function readiness(repository: string | null, call: GitHubCall | null) {
  return repository === null || call === null ? err(NOT_SET_UP) : ok({ repository, call });
}

function viewOf(issue: AskedIssue, hasToken: boolean): AskedIssueViewT {
  const { incident, followUp, state, problem } = issue;
  const of = { incident, followUp };
  switch (state) {
    case 'held':
      return {
        ...of,
        state,
        message: problem?.message ?? 'GitHub refused.',
        hint: problem?.hint ?? '',
      };
    case 'waiting':
      return {
        ...of,
        state,
        message: hasToken ? 'Waits for GitHub.' : 'Waits for a token.',
        hint: hasToken ? '' : 'Enter it in Settings.',
      };
    default:
      return {
        ...of,
        state: 'unclear',
        message: 'It may have been made.',
        hint: 'GitHub is asked before it is made again.',
      };
  }
}
