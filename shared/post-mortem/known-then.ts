import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { severityName } from '../domain/severity.ts';
import { statusName } from '../domain/status.ts';

/** A decision is judged by what was known when it was made: this much of it. */
const LINES_MAX = 3;
/** What was written down longer ago was not what people had before them. */
const BEFORE_MS = 30 * 60_000;

/** What was known at a moment: how the incident stood, and what had just been written down. */
export function knownThen(evidence: EvidenceViewT, at: number): readonly string[] {
  const { statuses, severities, updates, hypotheses, timeline } = evidence;
  const status = lastBefore(statuses, at);
  const severity = lastBefore(severities, at);
  const stood = [
    severity === null ? '' : severityName(severity.value),
    status === null ? '' : statusName(status.value),
  ].filter((part) => part !== '');
  const update = updates.filter(({ addedAt }) => addedAt < at).at(-1);
  const suspected = hypotheses.filter(({ addedAt }) => addedAt < at).slice(-LINES_MAX);
  const noted = timeline
    .filter((item) => item.kind !== 'change' && item.at < at && item.at >= at - BEFORE_MS)
    .slice(-LINES_MAX);
  return [
    ...(stood.length === 0 ? [] : [`It stood at ${stood.join(', ')}.`]),
    ...(update === undefined || update.conditions === ''
      ? []
      : [`Last update: ${oneLine(update.conditions)}`]),
    ...suspected.map(({ text }) => `Suspected: ${oneLine(text)}`),
    ...noted.map((item) => `Seen: ${oneLine(item.kind === 'change' ? '' : item.text)}`),
  ];
}

function lastBefore<Step extends { readonly at: number }>(
  steps: readonly Step[],
  at: number,
): Step | null {
  return steps.findLast((step) => step.at <= at) ?? null;
}

const SHOWN = 200;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1).toWellFormed()}…`;
}
