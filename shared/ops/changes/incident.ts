import type { Change } from '../../domain/change.ts';
import { KEY_TIMES, keyTimeField } from '../../domain/key-times.ts';
import { DEFAULT_SEVERITY } from '../../domain/severity.ts';
import { type ChangeReader, text, time, writes } from './reader.ts';

/** What an op did to the incident's own fields. */
export const incidentChanges: ChangeReader = (op, before) => {
  const { set } = op;
  const name = text(set.name);
  if (name !== null && text(set.code) !== null) {
    const severity = text(set.severity) ?? DEFAULT_SEVERITY;
    return [{ kind: 'declared', name, severity, private: set.private === true }];
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
  for (const key of KEY_TIMES) {
    const field = keyTimeField(key);
    if (!writes(op, field)) continue;
    changes.push({ kind: 'key-time', key, from: time(before(field)), to: time(set[field]) });
  }
  return changes;
};
