import { cutText } from '#shared/base/cut-text.ts';
import { FOLLOW_UP_TYPE_NAMES, type FollowUpType } from '#shared/domain/follow-up.ts';
import { issueMarker } from '#shared/domain/github.ts';
import { utcTime } from '#shared/domain/words.ts';
import { markdownText } from '#shared/export/markdown.ts';
import type { FollowUpRecord } from '../store/follow-ups.ts';
import type { IncidentRecord } from '../store/incidents.ts';

/** GitHub takes 256 characters. */
const TITLE_MAX = 200;

export type IssueText = { readonly title: string; readonly body: string };

/**
 * What an issue of a follow-up says. What people wrote stays what it is: no heading, no link, and
 * nobody is called by an @ that was meant for somebody else.
 */
export function issueText(
  followUp: FollowUpRecord,
  incident: Pick<IncidentRecord, 'code' | 'name'>,
  owner: string | null,
): IssueText {
  const { text, type, due, doneWhen } = followUp;
  const [first = ''] = text.split('\n');
  const facts = [
    ['Incident', `${incident.code} ${incident.name}`],
    ['Kind', typeName(type)],
    ['Owner', owner ?? ''],
    ['Due', due === null ? '' : utcTime(due)],
    ['Done when', doneWhen],
  ].flatMap(([name = '', value = '']) =>
    value === '' ? [] : [`- **${name}**: ${inert(value).replaceAll('\n', '\n  ')}`],
  );
  const parts = [inert(text), facts.join('\n'), issueMarker(followUp.id)];
  return { title: cutText(first, TITLE_MAX), body: parts.join('\n\n') };
}

const typeName = (type: string | null) =>
  type !== null && Object.hasOwn(FOLLOW_UP_TYPE_NAMES, type)
    ? FOLLOW_UP_TYPE_NAMES[type as FollowUpType]
    : (type ?? '');

/** An unseen space keeps `@name` from calling somebody, and `#12` from naming another issue. */
const inert = (text: string) => markdownText(text).replace(/(@|#)(?=[\p{L}\p{N}])/gu, '$1\u200B');
