import { zonedClock } from '../base/local-time.ts';
import type { Audience } from './update.ts';

/** The parts of an update, as they were written. */
export type UpdateParts = {
  readonly conditions: string;
  readonly actions: string;
  readonly needs: string;
  readonly nextBy: number | null;
};

/**
 * An update as one text, for whichever place outside it is pasted into. Customers read prose; those
 * who work on it find each part by its name.
 * @param zone whose clock the next time is told by
 */
export function updateText(audience: Audience, parts: UpdateParts, zone: string): string {
  const { conditions, actions, needs, nextBy } = parts;
  const next = nextBy === null ? '' : `Next update by ${zonedClock(nextBy, zone)}.`;
  const isInternal = audience === 'internal';
  return [
    conditions,
    isInternal ? named('Actions', actions) : actions,
    isInternal ? named('Needs', needs) : '',
    next,
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

const named = (name: string, text: string) => (text.trim() === '' ? '' : `${name}:\n${text}`);
