import { DAY } from '../base/duration.ts';
import type { FollowUpOfViewT } from '../contract/views/record.ts';
import { followUpStateName } from '../domain/follow-up.ts';
import { csvFile } from './csv.ts';

const HEAD = [
  'incident',
  'name',
  'follow-up',
  'state',
  'owner',
  'type',
  'due',
  'soak until',
  'added',
  'age in days',
  'how we know it is done',
  'issue',
];

/** Follow-ups as a table. Moments are ISO 8601 in UTC; `now` (ms since 1970) is what age is told by. */
export function followUpsCsv(items: readonly FollowUpOfViewT[], now: number): string {
  const rows = items.map((item) => [
    item.code,
    item.name,
    item.text,
    followUpStateName(item.state),
    item.owner?.name ?? '',
    item.type ?? '',
    moment(item.due),
    moment(item.soakUntil),
    moment(item.addedAt),
    String(Math.max(0, Math.floor((now - item.addedAt) / DAY))),
    item.doneWhen,
    item.issueUrl ?? '',
  ]);
  return csvFile([HEAD, ...rows]);
}

/** The same for programs: everything that is known of each, times in ms since 1970. */
export function followUpsJson(items: readonly FollowUpOfViewT[]): string {
  const file = { format: 'quarterdeck-follow-ups', version: 1, followUps: items };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const moment = (ms: number | null) => (ms === null ? '' : new Date(ms).toISOString());
