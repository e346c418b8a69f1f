import { DAY } from '../base/duration.ts';
import {
  choiceWords,
  personWords,
  type RecordKind,
  textOf,
  textWords,
  timeWords,
} from './record.ts';

export const FOLLOW_UP_MAX = 500;
export const DONE_WHEN_MAX = 1_000;

/** What a follow-up changes for the next time. */
export const FOLLOW_UP_TYPES = ['prevent', 'detect', 'mitigate', 'process', 'other'] as const;
export type FollowUpType = (typeof FOLLOW_UP_TYPES)[number];

/** Ideas soak before anybody commits to them. */
export const FOLLOW_UP_STATES = ['soaking', 'open', 'committed', 'done', 'dropped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export const FOLLOW_UP_TYPE_NAMES: Readonly<Record<FollowUpType, string>> = {
  prevent: 'Prevent',
  detect: 'Detect',
  mitigate: 'Mitigate',
  process: 'Process',
  other: 'Other',
};

const STATE_NAMES: Readonly<Record<FollowUpState, string>> = {
  soaking: 'soaking',
  open: 'open',
  committed: 'committed',
  done: 'done',
  dropped: 'dropped',
};

/** It is over: done or dropped. */
export const isSettledState = (state: string): boolean => state === 'done' || state === 'dropped';

/** A state of tomorrow stands as it came. */
export const followUpStateName = (state: string): string =>
  Object.hasOwn(STATE_NAMES, state) ? STATE_NAMES[state as FollowUpState] : state;

/** So long an idea rests after the incident before anybody commits to it. */
const SOAK_MS = 2 * DAY;

/**
 * Until when a follow-up soaks: as somebody said, else two days from the end of the incident, or
 * from when it was added to one that was over. Null while that is not known.
 * @param endedAt of the incident; null while it is under way. All in ms since 1970.
 */
export function soaksUntil(
  { soakUntil, addedAt }: { readonly soakUntil: number | null; readonly addedAt: number },
  endedAt: number | null,
): number | null {
  return soakUntil ?? (endedAt === null ? null : Math.max(endedAt, addedAt) + SOAK_MS);
}

/** What is for later. */
export const FOLLOW_UP: RecordKind = {
  name: 'Follow-up',
  glyph: '↻',
  title: 'text',
  fields: {
    text: textWords('text'),
    type: choiceWords('type', FOLLOW_UP_TYPE_NAMES),
    owner: personWords('owner', (_to, text, owner) =>
      owner === null ? `Follow-up has no owner now: ${text}` : `Follow-up for ${owner}: ${text}`,
    ),
    state: choiceWords(
      'state',
      STATE_NAMES,
      (_to, text, state) => `Follow-up ${state ?? 'open'}: ${text}`,
    ),
    soakUntil: timeWords('soaking until'),
    due: timeWords('due'),
    doneWhen: textWords('done when'),
    issueUrl: textWords('issue'),
  },
  added: (set, { nameOf }) => {
    const owner = textOf(set.owner);
    return `Follow-up: ${textOf(set.text) ?? ''}${owner === null ? '' : ` (${nameOf(owner)})`}`;
  },
};
