import { DAY } from '#shared/base/duration.ts';
import { soaksUntil } from '#shared/domain/follow-up.ts';
import type { Nudge } from '#shared/domain/nudge.ts';
import { isReviewed } from '#shared/domain/situation.ts';
import { isOver } from '#shared/domain/status.ts';
import type { Rule, Snapshot } from '../snapshot.ts';
import { nudge, to } from './nudge.ts';

/** A day without a reminder for whoever was there. */
const FIRST_MS = 2 * DAY;
/** Nobody learns from a post-mortem that was not written by then: no more reminders. */
export const FORGOTTEN_MS = 90 * DAY;
/** Reminders of one thing that are still worth counting. */
const TIMES = 60;

export const soakEnd: Rule = ({ situation: { soak }, incident: { lead } }) =>
  soak === null
    ? []
    : [
        nudge({
          ...{ rule: 'soak-end', dueAt: soak.until, to: to(soak.watcher, lead) },
          ...{ person: soak.watcher ?? lead, thing: soak.watchFor },
        }),
      ];

/** Daily from the second day until the post-mortem is in review, weekly until it was reviewed. */
export const review: Rule = (snapshot) => {
  const { incident, situation } = snapshot;
  const { owner, state } = situation.review;
  const { endedAt, status, lead } = incident;
  if (status !== 'resolved' || endedAt === null || isReviewed(state)) return [];
  const rule = owner === null ? 'review-owner' : 'review';
  const every = state === 'in-review' ? 7 * DAY : DAY;
  const lasts = (dueAt: number) => dueAt < endedAt + FORGOTTEN_MS;
  return repeated(snapshot.now, endedAt + FIRST_MS, every)
    .filter(lasts)
    .map((dueAt) =>
      nudge({
        ...{ rule, dueAt, since: endedAt, to: to(owner ?? lead), person: owner, canWait: true },
      }),
    );
};

/** A day before people meet over it they have to have it; and after that it is reviewed, or is not. */
export const reviewDate: Rule = ({ situation: { review: held }, incident: { lead } }) => {
  const { by, owner, state } = held;
  if (by === null || isReviewed(state)) return [];
  return [
    nudge({
      ...{ rule: 'review-date', dueAt: by - DAY, since: by, to: to(owner ?? lead) },
      ...{ person: owner, canWait: true },
    }),
  ];
};

/** Those that were due, the latest few, and the next. */
function repeated(now: number, first: number, every: number): readonly number[] {
  const next = Math.max(0, Math.floor((now - first) / every) + 1);
  const from = Math.max(0, next - TIMES);
  return Array.from({ length: next - from + 1 }, (_, i) => first + (from + i) * every);
}

export const followUpSoaked: Rule = (snapshot) =>
  ofFollowUps(snapshot, 'follow-up-soaked', (followUp) => {
    if (followUp.state !== 'soaking') return null;
    const { status, endedAt } = snapshot.incident;
    const until = soaksUntil(followUp, isOver(status) ? endedAt : null);
    // One for which nobody said a time, of an incident that nobody remembers.
    const isForgotten = followUp.soakUntil === null && (until ?? 0) < snapshot.now - FORGOTTEN_MS;
    return isForgotten ? null : until;
  });

export const followUpDue: Rule = (snapshot) =>
  ofFollowUps(snapshot, 'follow-up-due', ({ state, due }) =>
    state === 'open' || state === 'committed' ? due : null,
  );

type FollowUp = Snapshot['followUps'][number];

function ofFollowUps(
  { followUps, incident: { lead } }: Snapshot,
  rule: Nudge['rule'],
  timeOf: (followUp: FollowUp) => number | null,
): readonly Nudge[] {
  return followUps.flatMap((followUp) => {
    const dueAt = timeOf(followUp);
    if (dueAt === null) return [];
    const { id, owner, text } = followUp;
    return [
      nudge({
        ...{ rule, subject: id, dueAt, to: to(owner ?? lead) },
        ...{ person: owner, thing: text, canWait: true },
      }),
    ];
  });
}
