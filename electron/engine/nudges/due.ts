import { MINUTE } from '#shared/base/duration.ts';
import type { Nudge } from '#shared/domain/nudge.ts';

/** A nudge whose time has come, and the due times that it stands for. */
export type Due = {
  readonly nudge: Nudge;
  /** Its own and earlier ones that nobody was told of: one telling is for all. */
  readonly occasions: readonly string[];
};

export type PutOff = {
  readonly rule: string;
  readonly subject: string;
  readonly since: number;
  readonly until: number;
};

/** How far a clock may be set back without what was put off a moment ago coming again at once. */
const CLOCK_ERROR_MS = 5 * MINUTE;

/**
 * What of an incident's nudges is due, one for each rule and thing, and when the next comes due.
 * What was put off is due again at the time it was put off to.
 */
export function dueOf(
  nudges: readonly Nudge[],
  putOff: readonly PutOff[],
  now: number,
): { readonly due: readonly Due[]; readonly next: number } {
  const due: Due[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const group of groups(nudges)) {
    for (const { dueAt } of group) if (dueAt > now) next = Math.min(next, dueAt);
    const passed = group.filter(({ dueAt }) => dueAt <= now);
    const last = passed.at(-1);
    if (last === undefined) continue;
    const off = putOff.find((one) => one.rule === last.rule && one.subject === last.subject);
    const occasions = passed.map(({ occasion }) => occasion);
    // Told for a later time already, or put off by a clock that has been set back since.
    if (off === undefined || off.until <= last.dueAt || now < off.since - CLOCK_ERROR_MS) {
      due.push({ nudge: last, occasions });
    } else if (off.until <= now) {
      const again = { ...last, dueAt: off.until, occasion: `again ${off.until}` };
      due.push({ nudge: again, occasions: [...occasions, again.occasion] });
    } else {
      next = Math.min(next, off.until);
    }
  }
  return { due, next };
}

/** Those of one rule about one thing, by due time. */
function groups(nudges: readonly Nudge[]): readonly (readonly Nudge[])[] {
  const found = new Map<string, Nudge[]>();
  for (const nudge of nudges) {
    const key = `${nudge.rule} ${nudge.subject}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [nudge]);
    else group.push(nudge);
  }
  return [...found.values()].map((group) => group.sort((a, b) => a.dueAt - b.dueAt));
}
