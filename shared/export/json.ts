import type { IncidentRecord } from './incident-record.ts';

/** An incident for programs: everything that is known of it, times in ms since 1970. */
export function recordJson(record: IncidentRecord): string {
  const file = { format: 'quarterdeck-incident', version: 1, ...record };
  return `${JSON.stringify(file, null, 2)}\n`;
}
