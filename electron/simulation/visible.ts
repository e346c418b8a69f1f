import type { Desk } from './desk.ts';
import { peoplesMessages, type SlackTruth } from './slack-truth.ts';
import type { Stage } from './stage.ts';
import type { StoredOp } from './stored.ts';

/**
 * The incidents that a person can come to know: those of their private channels, and public ones
 * that were announced.
 */
export function visibleTo(truth: SlackTruth, user: string): ReadonlySet<string> {
  const visible = new Set<string>();
  for (const [incident, channels] of truth.homes) {
    const isTold = truth.announced.has(incident);
    for (const channel of channels) {
      if (channel.isPrivate ? channel.members.has(user) : isTold) visible.add(incident);
    }
  }
  return visible;
}

/**
 * Public incidents that nobody has announced yet. What was made private meanwhile is not told; nor
 * is what its maker took back, after losing the memory of having sent it.
 */
export function unannounced(truth: SlackTruth, tookBack: ReadonlySet<string>): readonly string[] {
  if (tookBack.size > 0) return [];
  return [...truth.homes]
    .filter(([, channels]) => [...channels].every(({ isPrivate }) => !isPrivate))
    .map(([incident]) => incident)
    .filter((incident) => !truth.announced.has(incident) && !truth.everPrivate.has(incident));
}

/**
 * Incidents of which a desktop lacks ops that it could read, or has not seen the first message of
 * one; one entry an op.
 */
export function missingOps(truth: SlackTruth, desk: Desk): readonly string[] {
  const visible = visibleTo(truth, desk.user);
  const held = desk.stored().opPlaces();
  const missing: string[] = [];
  for (const [id, { op, first }] of truth.ops) {
    if (held.get(id) !== first.ts && visible.has(op.incident)) missing.push(op.incident);
  }
  return missing;
}

/**
 * Incidents of which a desktop lacks what people wrote, or has another text of it. What was edited
 * deeper in a channel than a page reaches shows only when somebody reads so far back.
 * @param page messages of a page
 */
export function missingMessages(truth: SlackTruth, desk: Desk, page: number): readonly string[] {
  const visible = visibleTo(truth, desk.user);
  const missing: string[] = [];
  for (const [incident, channels] of truth.homes) {
    if (!visible.has(incident)) continue;
    for (const channel of channels) {
      const rows = desk.stored().texts(channel.id);
      const roots = channel.messages.filter(({ threadTs }) => threadTs === null);
      const reached = roots.at(-page)?.ts ?? '';
      for (const { ts, text } of peoplesMessages(channel)) {
        const own = rows.get(ts);
        if (own === undefined || (own !== text && ts >= reached)) missing.push(incident);
      }
    }
  }
  return missing;
}

/** What was confirmed to a person, was not taken back and is not in Slack. */
export function unsent(
  { acked, desks, tookBack }: Pick<Stage, 'acked' | 'desks' | 'tookBack'>,
  truth: SlackTruth,
): readonly StoredOp[] {
  const lacking = [...acked.values()].filter(({ id }) => !truth.ops.has(id));
  if (lacking.length === 0) return [];
  const takenBack = new Set(
    desks.flatMap((desk) => (tookBack.has(desk.name) ? desk.stored().cancelled() : [])),
  );
  return lacking.filter(({ id }) => !takenBack.has(id));
}
