// What is told in the threads of announcements, and what desktops still have to tell there.
import { isHeadline } from '#shared/ops/headline.ts';
import { type SlackTruth, toldInThreads } from './slack-truth.ts';
import type { Stage } from './stage.ts';

/**
 * What happens to an incident is told once in the thread of its announcement, unless the announcement
 * says it itself. Where Slack keeps no metadata, nobody can tell what a reply is about.
 */
export function checkHeadlines(stage: Stage, truth: SlackTruth): void {
  const { desks, chronicle, faultsHit } = stage;
  for (const desk of desks) {
    if (desk.state() !== 'running') continue;
    for (const row of desk.stored().headlines()) {
      chronicle.fail(`${desk.name} still has to tell ${row.op} (${row.state}) to those outside`);
    }
  }
  if (faultsHit.has('no-metadata')) return;
  const told = toldInThreads(stage.slack);
  for (const [id, threads] of told) {
    const op = truth.ops.get(id)?.op;
    const isOwn = threads.every(({ incident }) => incident === op?.incident);
    if (!isOwn) chronicle.fail(`${id} is told in the thread of another incident`);
    if (threads.length > 1 && !faultsHit.has('doubled') && !faultsHit.has('repeated')) {
      chronicle.fail(`${id} is told ${threads.length} times in the thread of its incident`);
    }
  }
  // What somebody took back while it was on its way is nobody's news, and stands in Slack all the same.
  const makers = desks.filter((desk) => !stage.tookBack.has(desk.name));
  const devices = new Set(makers.map((desk) => desk.stored().device()));
  for (const { op, first } of truth.ops.values()) {
    const root = truth.announced.get(op.incident);
    if (root === undefined || !isHeadline(op) || told.has(op.id)) continue;
    // What happened while it was private is nobody's outside.
    if (truth.everPrivate.has(op.incident)) continue;
    // What nobody's desktop here made, nobody here tells.
    if (!devices.has(op.at.slice(-10))) continue;
    if (first.ts <= root && !op.entity.startsWith('update:')) continue;
    chronicle.fail(`${op.id} (${op.entity}) is not told in the thread of its incident`);
  }
}
