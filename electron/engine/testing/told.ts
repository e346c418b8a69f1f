import type { IncidentId } from '#shared/base/ids.ts';
import { bareName } from '#shared/domain/person.ts';
import { sentence } from '#shared/domain/sentence.ts';
import type { Desktop } from './desktop.ts';

/** What an incident's timeline says, oldest first: changes as sentences, entries as their text. */
export async function told(desktop: Desktop, incident: IncidentId): Promise<readonly string[]> {
  const { items } = await desktop.query('timeline', { incident, limit: 200 });
  return items.flatMap((item) =>
    item.kind === 'change'
      ? item.changes.map((change) => sentence(change, bareName))
      : [`${item.by.name}: ${item.text}`],
  );
}
