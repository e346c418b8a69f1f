import { assertNever } from '../base/assert.ts';
import type { Change } from './change.ts';
import type { PersonRef } from './person.ts';
import { roleName } from './role.ts';
import { severityGlyph, severityName } from './severity.ts';
import { statusName } from './status.ts';

/**
 * A change as one sentence in plain text, without its author and without a glyph.
 * @param nameOf how the reader knows a person
 */
export function sentence(change: Change, nameOf: (ref: PersonRef) => string): string {
  switch (change.kind) {
    case 'declared':
      return `Declared (${severityName(change.severity)}${change.private ? ', private' : ''}): ${change.name}`;
    case 'renamed':
      return change.from === null ? `Name: ${change.to}` : `Renamed: ${change.from} → ${change.to}`;
    case 'severity':
      return fromTo('Severity', change.from, change.to, severityName);
    case 'status':
      return fromTo('Status', change.from, change.to, statusName);
    case 'role':
      return roleSentence(change, nameOf);
    case 'action-added':
      return `Action: ${change.text}${change.owner === null ? '' : ` (${nameOf(change.owner)})`}`;
    case 'action-text':
      return change.from === null
        ? `Action: ${change.to}`
        : `Action reworded: ${change.from} → ${change.to}`;
    case 'action-owner':
      return change.to === null
        ? `Action has no owner now: ${change.text}`
        : `Action for ${nameOf(change.to)}: ${change.text}`;
    case 'action-done':
      return `Done: ${change.text}`;
    case 'action-reopened':
      return `Not done after all: ${change.text}`;
    case 'note':
      return change.text;
    case 'unknown':
      return `A newer Quarterdeck changed ${change.entity} (${change.fields.join(', ')})`;
    default:
      return assertNever(change);
  }
}

function fromTo(
  what: string,
  from: string | null,
  to: string,
  name: (value: string) => string,
): string {
  return from === null ? `${what}: ${name(to)}` : `${what}: ${name(from)} → ${name(to)}`;
}

function roleSentence(
  change: Extract<Change, { kind: 'role' }>,
  nameOf: (ref: PersonRef) => string,
): string {
  const role = roleName(change.role);
  if (change.to === null) return `${role}: nobody`;
  return change.from === null
    ? `${role}: ${nameOf(change.to)}`
    : `${role}: ${nameOf(change.from)} → ${nameOf(change.to)}`;
}

/** The mark that stands before a change's sentence where only text can be shown. */
export function changeGlyph(change: Change): string {
  switch (change.kind) {
    case 'declared':
      return severityGlyph(change.severity);
    case 'severity':
      return severityGlyph(change.to);
    case 'status':
      return '●';
    case 'renamed':
      return '✎';
    case 'role':
      return '◉';
    case 'action-added':
    case 'action-text':
    case 'action-owner':
    case 'action-reopened':
      return '☐';
    case 'action-done':
      return '☑';
    case 'note':
      return '✎';
    case 'unknown':
      return '▪';
    default:
      return assertNever(change);
  }
}
