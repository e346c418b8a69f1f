import { z } from 'zod';
import { DAY } from '#shared/base/duration.ts';
import type { Db } from './database.ts';
import { readSettings, writeSetting } from './settings.ts';

/** How what a message says to machines travels. Readers understand each, always. */
export type Carrier = 'metadata' | 'blocks';

/** Whose carrier it is: Slack may treat a person's token and a bot's in different ways. */
export type Kind = { readonly team: string; readonly bot: boolean };

const SETTING = 'slack.carriers';
/** How long a proof holds: an admin may change what the workspace keeps. */
const PROVED_FOR_MS = DAY;
/** How long the second choice stands before the first is tried again: that costs a post. */
const FALLEN_BACK_FOR_MS = 7 * DAY;

const Known = z.object({
  carrier: z.enum(['metadata', 'blocks']),
  proved: z.boolean(),
  at: z.number(),
});
type Choice = Pick<z.infer<typeof Known>, 'carrier' | 'proved'>;

const keyOf = ({ team, bot }: Kind) => `${team} ${bot ? 'bot' : 'person'}`;
const memoryOf = (db: Db) => readSettings(db, SETTING, Known);

const FIRST: Choice = { carrier: 'metadata', proved: false };

/** What the next post travels in, and whether a read has shown that it gets through. */
export function carrierFor(db: Db, kind: Kind, now: number): Choice {
  const known = memoryOf(db)[keyOf(kind)] ?? null;
  if (known === null) return FIRST;
  const holds = known.carrier === 'metadata' ? PROVED_FOR_MS : FALLEN_BACK_FOR_MS;
  // A clock that was set back makes it old, too: better one more look than none for years.
  return known.at <= now && now < known.at + holds ? known : FIRST;
}

/** @param now ms since 1970 */
export function rememberCarrier(db: Db, kind: Kind, choice: Choice, now: number): void {
  writeSetting(db, SETTING, { ...memoryOf(db), [keyOf(kind)]: { ...choice, at: now } });
}

/** The next post proves anew what gets through. */
export function forgetCarrier(db: Db, kind: Kind): void {
  writeSetting(db, SETTING, { ...memoryOf(db), [keyOf(kind)]: null });
}
