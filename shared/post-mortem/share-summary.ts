import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { severityName } from '../domain/severity.ts';
import { lengthOf } from './block-content.ts';

/** What is said in Slack beside a shared post-mortem: what it was, how long, whose, what is left. */
export function shareSummary(
  { incident, followUps }: Pick<EvidenceViewT, 'incident' | 'followUps'>,
  /** Whose post-mortem it is, by name. */
  owner: string | null,
): string {
  const { code, name, severity, endedAt, keyTimes } = incident;
  const from = keyTimes.began?.at ?? incident.declaredAt;
  const lasted = endedAt === null ? 'Not over yet' : `Lasted ${lengthOf(endedAt - from)}`;
  const facts = [
    severityName(severity),
    lasted,
    owner === null ? 'No owner' : `Owner: ${owner}`,
    followUpsSaid(followUps),
  ];
  return `Post-mortem: ${code} ${name}\n${facts.join(' · ')}`;
}

function followUpsSaid(followUps: EvidenceViewT['followUps']): string {
  if (followUps.length === 0) return 'No follow-ups';
  const open = followUps.filter(({ state }) => state !== 'done' && state !== 'dropped').length;
  const all = followUps.length === 1 ? '1 follow-up' : `${followUps.length} follow-ups`;
  return open === 0 ? all : `${all}, ${open} open`;
}
