import { localTime, zonedClock } from '../base/local-time.ts';
import type { EvidenceViewT } from '../contract/views/evidence.ts';
import type { TimelineItemT } from '../contract/views/timeline.ts';
import type { Change } from '../domain/change.ts';
import { KEY_TIMES, keyTimeName } from '../domain/key-times.ts';
import { sentence } from '../domain/sentence.ts';
import { markerName } from '../domain/timeline.ts';
import { utcDay } from '../domain/words.ts';

/** How whoever reads it knows moments (ms since 1970). */
export type Clock = {
  /** `21 Nov 2026 02:05 UTC` */
  readonly timeOf: (ms: number) => string;
  /** `21 Nov 2026` */
  readonly dayOf: (ms: number) => string;
  /** `02:05 UTC` */
  readonly hourOf: (ms: number) => string;
};

/** @param zone of the IANA list */
export function clockIn(zone: string): Clock {
  const dayOf = (ms: number) => utcDay(Date.parse(localTime(ms, zone).date));
  const hourOf = (ms: number) => zonedClock(ms, zone);
  return { dayOf, hourOf, timeOf: (ms) => `${dayOf(ms)} ${hourOf(ms)}` };
}

export const UTC: Clock = clockIn('UTC');

/** A line of the story that a post-mortem tells. */
export type StoryLine = {
  /** The timeline's line; null for a key time. */
  readonly entry: string | null;
  readonly at: number;
  readonly by: string;
  /** What it is marked as, in words; empty where it is not. */
  readonly mark: string;
  readonly text: string;
  readonly images: readonly { readonly id: string; readonly name: string }[];
};

/** Changes that turned the incident's course; the rest is in the timeline itself. */
const TURNS: ReadonlySet<Change['kind']> = new Set([
  'declared',
  'severity',
  'status',
  'role',
  'severity-confirmed',
  'relation',
]);
/** Records whose making is part of the story. */
const TOLD_RECORDS: ReadonlySet<string> = new Set(['decision', 'hypothesis', 'update']);

const isTurn = (change: Change): boolean =>
  TURNS.has(change.kind) || (change.kind === 'record-added' && TOLD_RECORDS.has(change.entity));

export type StoryChoice = {
  /** Only what somebody marked, and the key times. */
  readonly marked?: boolean;
};

/**
 * What happened, from before the incident on: key times, entries, what was marked, and what turned
 * its course; oldest first.
 */
export function storyOf(
  evidence: EvidenceViewT,
  clock: Clock = UTC,
  { marked = false }: StoryChoice = {},
): readonly StoryLine[] {
  const names = new Map(evidence.people.map(({ ref, name }) => [ref, name]));
  const nameOf = (ref: string) => names.get(ref) ?? ref;
  const lines = evidence.timeline.flatMap((item): StoryLine[] => {
    if (marked && item.marker === null) return [];
    const text = textOf(item, (change) => sentence(change, nameOf, clock.timeOf));
    const images = imagesOf(item);
    if (text === '' && images.length === 0) return [];
    const mark = item.marker === null ? '' : markerName(item.marker);
    return [{ entry: item.id, at: item.at, by: item.by.name, mark, text, images }];
  });
  return [...keyTimeLines(evidence), ...lines].sort((a, b) => a.at - b.at);
}

function textOf(item: TimelineItemT, say: (change: Change) => string): string {
  if (item.kind !== 'change') return item.text;
  const told = item.marker === null ? item.changes.filter(isTurn) : item.changes;
  return told.map(say).join('. ');
}

function imagesOf(item: TimelineItemT): StoryLine['images'] {
  if (item.kind === 'change') return [];
  return item.files.filter(({ image }) => image !== 'none').map(({ id, name }) => ({ id, name }));
}

/** Key times that people set: no line of the timeline stands at their moment. */
function keyTimeLines({ incident }: EvidenceViewT): StoryLine[] {
  return KEY_TIMES.flatMap((key): StoryLine[] => {
    const time = incident.keyTimes[key];
    if (time == null || time.by !== 'set') return [];
    const text = keyTimeName(key);
    return [{ entry: null, at: time.at, by: '', mark: 'Key time', text, images: [] }];
  });
}
