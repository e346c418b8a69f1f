import type { QueryOutput } from '../contract/queries.ts';
import type { PersonViewT } from '../contract/views/person.ts';
import type { TimelineItemT } from '../contract/views/timeline.ts';
import type { IncidentViewT } from '../contract/views.ts';
import { changeGlyph, sentence } from '../domain/sentence.ts';

/** Everything that is known of an incident, as it goes out of Quarterdeck. */
export type IncidentRecord = {
  readonly incident: IncidentViewT;
  /** Oldest first, without what is hidden. */
  readonly timeline: readonly TimelineItemT[];
  /** Names for everybody the timeline mentions. */
  readonly people: readonly PersonViewT[];
  readonly updates: QueryOutput<'updates'>['items'];
  readonly decisions: QueryOutput<'decisions'>['items'];
  readonly hypotheses: QueryOutput<'hypotheses'>['items'];
  readonly followUps: QueryOutput<'follow-ups'>['items'];
};

/** One line of the timeline in words. */
export type RecordLine = {
  /** ms since 1970. */
  readonly at: number;
  /** `change`, `note` or `message`. */
  readonly kind: TimelineItemT['kind'];
  readonly by: string;
  /** What it is marked as, or empty. */
  readonly marker: string;
  readonly text: string;
};

/** The timeline in words, a line an entry. */
export function recordLines({ timeline, people }: IncidentRecord): readonly RecordLine[] {
  const names = new Map(people.map(({ ref, name }) => [ref, name]));
  const nameOf = (ref: string) => names.get(ref) ?? ref;
  return timeline.map((item) => ({
    at: item.at,
    kind: item.kind,
    by: item.by.name,
    marker: item.marker ?? '',
    text: textOf(item, nameOf),
  }));
}

function textOf(item: TimelineItemT, nameOf: (ref: string) => string): string {
  if (item.kind !== 'change') return withFiles(item);
  return item.changes
    .map((change) => `${changeGlyph(change)} ${sentence(change, nameOf)}`)
    .join('\n');
}

function withFiles({ text, files }: Exclude<TimelineItemT, { kind: 'change' }>): string {
  return [text, ...files.map(({ name }) => `[${name}]`)].filter((part) => part !== '').join('\n');
}
