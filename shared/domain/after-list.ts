import { DAY } from '../base/duration.ts';
import { localTime } from '../base/local-time.ts';
import { isReviewed } from './situation.ts';

/** What is left to do when an incident is over, in the order in which it is done. */
export const AFTER_ITEMS = [
  'severity',
  'impact',
  'times',
  'related',
  'follow-ups',
  'review-owner',
  'review-date',
  'reviewed',
] as const;
export type AfterItem = (typeof AFTER_ITEMS)[number];

/** What the list is made from. */
export type AfterState = {
  readonly severityConfirmed: boolean;
  readonly impact: string;
  /** Names of the key times that nobody said and nothing says by itself. */
  readonly missingTimes: readonly string[];
  readonly related: number;
  /** Follow-ups that are neither done nor dropped, and those of them without an owner. */
  readonly followUps: number;
  readonly unowned: number;
  readonly review: {
    readonly owner: string | null;
    readonly by: number | null;
    readonly state: string | null;
  };
};

export type AfterLine = { readonly item: AfterItem; readonly done: boolean; readonly text: string };

/** The list, with what is done and what to do about the rest. */
export function afterList(state: AfterState): readonly AfterLine[] {
  const { review, missingTimes, followUps, unowned } = state;
  const line = (item: AfterItem, done: boolean, text: string): AfterLine => ({ item, done, text });
  return [
    line('severity', state.severityConfirmed, 'Confirm the final severity'),
    line('impact', state.impact !== '', 'Write the impact in numbers'),
    line(
      'times',
      missingTimes.length === 0,
      missingTimes.length === 0 ? 'Set the key times' : `Set: ${missingTimes.join(', ')}`,
    ),
    line('related', state.related > 0, 'Relate incidents like it'),
    line(
      'follow-ups',
      followUps > 0 && unowned === 0,
      followUps === 0 ? 'Add follow-ups' : 'Give each follow-up an owner',
    ),
    line('review-owner', review.owner !== null, 'Name who writes the post-mortem'),
    line('review-date', review.by !== null, 'Set the day of the post-mortem'),
    line('reviewed', isReviewed(review.state), 'Review the post-mortem'),
  ];
}

/** Calendar days for the worst, since it is not left over a weekend; working days for the rest. */
const WORST_DAYS = 3;
const WORKING_DAYS = 5;
const FRIDAY = 5;

/**
 * By when the post-mortem should be discussed: three days after the end of an incident of the worst
 * severity, else five working days. The draft goes round a day before.
 * @param severities mildest first
 */
export function reviewDue(
  endedAt: number,
  severity: string,
  severities: readonly string[],
  zone: string,
): { readonly by: number; readonly shareBy: number } {
  const isWorst = severities.length > 1 && severities.at(-1) === severity;
  let by = endedAt + (isWorst ? WORST_DAYS * DAY : 0);
  for (let left = isWorst ? 0 : WORKING_DAYS; left > 0; ) {
    by += DAY;
    if (localTime(by, zone).weekday <= FRIDAY) left -= 1;
  }
  return { by, shareBy: by - DAY };
}
