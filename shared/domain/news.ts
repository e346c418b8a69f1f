import { cutText } from '../base/cut-text.ts';
import type { PersonRef } from './person.ts';

/** What somebody else does that concerns one person. */
export const NEWS_KINDS = ['lead', 'role', 'action', 'follow-up', 'severity'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing that somebody else did and that concerns the person at this desktop. */
export type News = {
  readonly kind: NewsKind;
  /** What it is about within the incident: a role's key, an id, or empty for the incident itself. */
  readonly subject: string;
  /** The change that made it so: it is told once for each. */
  readonly occasion: string;
  /** When it was done; ms since 1970. */
  readonly at: number;
  readonly by: PersonRef;
  /** The role, the action, the severities, in words. */
  readonly thing: string;
  /** Nothing is on fire: it can wait for the end of the quiet hours. */
  readonly canWait: boolean;
};

/** As much of what somebody wrote as fits a notification. */
const THING_MAX = 140;

const SENTENCES: Readonly<Record<NewsKind, (who: string, thing: string) => string>> = {
  lead: (who) => `${who} made you the lead.`,
  role: (who, thing) => `${who} gave you a role: ${thing}`,
  action: (who, thing) => `${who} gave you an action: ${thing}`,
  'follow-up': (who, thing) => `${who} gave you a follow-up: ${thing}`,
  severity: (who, thing) => `${who} raised the severity: ${thing}`,
};

/** News in words. */
export function newsSentence(
  { kind, by, thing }: Pick<News, 'kind' | 'by' | 'thing'>,
  nameOf: (ref: PersonRef) => string,
): string {
  const short = thing.length > THING_MAX ? `${cutText(thing, THING_MAX - 1)}…` : thing;
  return SENTENCES[kind](nameOf(by), short);
}
