import { assertNever } from '#shared/base/assert.ts';
import type { ComposedLine, LineReader } from '#shared/domain/composer-line.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { roleName } from '#shared/domain/role.ts';
import { severityName } from '#shared/domain/severity.ts';
import { statusName } from '#shared/domain/status.ts';

type Known = Pick<LineReader, 'people' | 'roles'> & { readonly timeOf: (at: number) => string };

/** What Enter will do with a line; null for a note, where that goes without saying. */
export function lineWords(line: ComposedLine, known: Known): string | null {
  switch (line.kind) {
    case 'note':
      return line.happenedAt === null ? null : `Note at ${known.timeOf(line.happenedAt)}`;
    case 'severity':
      return `Severity → ${severityName(line.severity)}`;
    case 'status':
      return `Status → ${statusName(line.status)}${line.reason === '' ? '' : `: ${line.reason}`}`;
    case 'role':
      return `${roleOf(line.role, known)} → ${nameOf(line.person, known) ?? 'nobody'}`;
    case 'action':
      return owned('Action', line.owner, known);
    case 'follow-up':
      return owned('Follow-up', line.owner, known);
    case 'decision':
      return line.choice === '' ? 'To decide' : `Decision: ${line.choice}`;
    case 'hypothesis':
      return 'Hypothesis';
    case 'link':
      return `Link: ${line.title}`;
    case 'update':
      return 'Update for the team';
    case 'unready':
      return line.say;
    default:
      return assertNever(line);
  }
}

function owned(what: string, owner: PersonRef | null, known: Known): string {
  const name = nameOf(owner, known);
  return name === null ? `${what}, nobody’s yet` : `${what} for ${name}`;
}

function nameOf(ref: PersonRef | null, { people }: Known): string | null {
  return ref === null ? null : (people.find((person) => person.ref === ref)?.name ?? ref);
}

function roleOf(role: string, { roles }: Known): string {
  return roles.find(({ key }) => key === role)?.name ?? roleName(role);
}
