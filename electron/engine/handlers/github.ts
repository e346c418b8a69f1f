import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { readRepository } from '#shared/domain/github.ts';
import { FOLLOW_UP } from './follow-up.ts';
import { type CommandsOf, DONE, findIncident } from './handler.ts';
import { findRecord } from './record.ts';

const PRIVATE = contractError(
  'not_possible',
  'This incident is private, and an issue is read by whoever sees the repository.',
  'Make it only if its follow-up may be told there.',
);

const HAS_ONE = contractError(
  'not_possible',
  'This follow-up has an issue already.',
  'Open it, or take its address away first.',
);

export const gitHubCommands: CommandsOf<'github'> = {
  'github.set-repository': (context, { repository }) => {
    context.gitHub.setRepository(readRepository(repository));
    return DONE;
  },
  'github.set-token': async (context, { token }) => {
    const kept = await context.gitHub.setToken(token);
    return kept.ok ? DONE : kept;
  },
  'github.check': (context) => context.gitHub.check(),
  'github.create-issue': (context, { incident, followUp, private: isTold = false }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const row = findRecord(context, FOLLOW_UP, incident, followUp);
    if (!row.ok) return row;
    if (row.value.issueUrl !== null) return err(HAS_ONE);
    if (found.value.private && !isTold) return err(PRIVATE);
    const asked = context.gitHub.ask(incident, followUp);
    return asked.ok ? DONE : asked;
  },
  'github.forget-issue': (context, { incident, followUp }) => {
    context.gitHub.forget(incident, followUp);
    return DONE;
  },
};
