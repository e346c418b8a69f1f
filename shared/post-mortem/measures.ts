import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { type KeyTime, keyTimeName } from '../domain/key-times.ts';
import { AUDIENCES, type Audience } from '../domain/update.ts';

/** A span between two key times; `ms` is null while one of them is missing: it is never guessed. */
export type Measure = {
  readonly id: 'detect' | 'acknowledge' | 'mitigate' | 'resolve';
  readonly name: string;
  readonly from: KeyTime;
  readonly to: KeyTime;
  readonly ms: number | null;
  /** Key times to ask for, by name. */
  readonly missing: readonly string[];
};

/** How many of the updates that were promised to an audience came in time. */
export type Punctuality = {
  readonly audience: Audience;
  readonly sent: number;
  readonly promised: number;
  readonly inTime: number;
  /** By how much the latest one was late, in ms. */
  readonly worstMs: number;
};

/** How long the incident was in a status, over all the times it was. */
export type StatusSpan = { readonly status: string; readonly ms: number };

export type Measures = {
  readonly spans: readonly Measure[];
  readonly punctuality: readonly Punctuality[];
  readonly statuses: readonly StatusSpan[];
};

const SPANS = [
  { id: 'detect', name: 'To detect', from: 'began', to: 'detected' },
  { id: 'acknowledge', name: 'To acknowledge', from: 'detected', to: 'acknowledged' },
  { id: 'mitigate', name: 'To mitigate', from: 'began', to: 'mitigated' },
  { id: 'resolve', name: 'To resolve', from: 'began', to: 'resolved' },
] as const;

/** What can be measured of an incident. @param now ms since 1970; ends what is still going on */
export function measuresOf(evidence: EvidenceViewT, now: number): Measures {
  const { keyTimes, retrospective } = evidence.incident;
  const spans = SPANS.map((span): Measure => {
    const [from, to] = [keyTimes[span.from]?.at ?? null, keyTimes[span.to]?.at ?? null];
    const missing = [from === null ? [span.from] : [], to === null ? [span.to] : []].flat();
    // A time that was set wrong is shown as such, and not as a negative wait.
    const ms = from === null || to === null || to < from ? null : to - from;
    return { ...span, ms, missing: missing.map(keyTimeName) };
  });
  return {
    spans,
    punctuality: AUDIENCES.flatMap((audience) => punctualityOf(evidence, audience, now)),
    // Written down afterwards, its statuses tell of the writing.
    statuses: retrospective ? [] : statusSpans(evidence, now),
  };
}

function punctualityOf(
  { updates, incident }: EvidenceViewT,
  audience: Audience,
  now: number,
): Punctuality[] {
  const sent = updates.filter((update) => update.audience === audience);
  if (sent.length === 0) return [];
  // What was promised beyond the end nobody waited for.
  const end = incident.endedAt ?? now;
  const waits = sent.flatMap(({ nextBy }, i) => {
    const next = sent[i + 1]?.addedAt ?? null;
    if (nextBy === null || (next === null && nextBy > end)) return [];
    return [Math.max(0, (next ?? end) - nextBy)];
  });
  const inTime = waits.filter((late) => late === 0).length;
  const worstMs = Math.max(0, ...waits);
  return [{ audience, sent: sent.length, promised: waits.length, inTime, worstMs }];
}

function statusSpans({ statuses, incident }: EvidenceViewT, now: number): StatusSpan[] {
  const end = incident.endedAt ?? now;
  const spent = new Map<string, number>();
  for (const [i, { value, at }] of statuses.entries()) {
    const until = Math.min(statuses[i + 1]?.at ?? end, end);
    const ms = Math.max(0, until - at);
    if (ms > 0) spent.set(value, (spent.get(value) ?? 0) + ms);
  }
  return [...spent].map(([status, ms]) => ({ status, ms }));
}
