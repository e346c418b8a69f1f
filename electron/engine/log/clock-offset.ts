import { z } from 'zod';
import { SECOND } from '#shared/base/duration.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import type { Db } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

/** ms to add to this computer's clock to have Slack's. */
const OFFSET_SETTING = 'slack.clock-offset';

/** Less than this is the network's doing, not the clock's. */
const NOISE = 2 * SECOND;

/**
 * Learns how far this computer's clock is off from the `ts` that Slack gave one of our posts, which
 * lies somewhere between sending (`before`) and the answer (`after`, both ms by our clock).
 */
export function learnOffset(db: Db, ts: string, before: number, after: number): void {
  const slack = tsMs(ts);
  const isRight = slack > before - NOISE && slack < after + NOISE;
  const offset = isRight ? 0 : Math.round(slack - (before + after) / 2);
  if (offset !== clockOffset(db)) writeSetting(db, OFFSET_SETTING, offset);
}

/** ms since 1970 by Slack's clock, as far as it is known: what new stamps are made from. */
export function slackNow(db: Db, now: number): number {
  return now + clockOffset(db);
}

function clockOffset(db: Db): number {
  return readSetting(db, OFFSET_SETTING, z.int()) ?? 0;
}
