import type { Change } from '../../domain/change.ts';
import { KEY_TIMES, keyTimeField } from '../../domain/key-times.ts';
import { DEFAULT_SEVERITY } from '../../domain/severity.ts';
import type { Op } from '../op.ts';
import { type Before, type ChangeReader, text, time, writes } from './reader.ts';
import { situationChanges } from './situation.ts';

/** What an op did to the incident's own fields. */
export const incidentChanges: ChangeReader = (op, before) => {
  const { set } = op;
  const name = text(set.name);
  if (name !== null && text(set.code) !== null) {
    const severity = text(set.severity) ?? DEFAULT_SEVERITY;
    const declared: Change = { kind: 'declared', name, severity, private: set.private === true };
    return set.retrospective === true
      ? [{ ...declared, retrospective: true }, ...keyTimeChanges(op, before)]
      : [declared];
  }
  const changes: Change[] = [];
  if (name !== null) changes.push({ kind: 'renamed', from: text(before('name')), to: name });
  for (const kind of ['severity', 'status'] as const) {
    const to = text(set[kind]);
    if (to !== null) changes.push({ kind, from: text(before(kind)), to });
  }
  for (const kind of ['summary', 'impact'] as const) {
    const to = set[kind];
    if (typeof to === 'string') changes.push({ kind, to });
  }
  if (typeof set.private === 'boolean') {
    changes.push({ kind: 'visibility', private: set.private });
  }
  return [...changes, ...keyTimeChanges(op, before), ...situationChanges(op, before)];
};

function keyTimeChanges(op: Op, before: Before): readonly Change[] {
  return KEY_TIMES.flatMap((key): Change[] => {
    const field = keyTimeField(key);
    if (!writes(op, field)) return [];
    return [{ kind: 'key-time', key, from: time(before(field)), to: time(op.set[field]) }];
  });
}
