import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { tsAt } from '#shared/ops/slack-ts.ts';
import { readAccount } from '../account.ts';
import { type Db, inTransaction } from '../store/database.ts';
import {
  fileOfShare,
  noteShare,
  type PostMortemShare,
  postMortemShare,
  postMortemShares,
  sharedText,
} from '../store/post-mortem-shares.ts';
import { channelOf } from '../store/slack-channels.ts';
import type { Attempt } from '../transport.ts';
import { isInChannel, sendFile, type Uploading } from './file-upload.ts';
import { escapeText } from './message.ts';
import { placeOf, type ReadPlace } from './pull.ts';

/** By how much two clocks may differ that were compared. */
const CLOCK_ERROR_MS = MINUTE;

/** Incidents with a post-mortem that was asked to be shared, and that have a channel. */
export function sharesOwed(core: Pick<Uploading['core'], 'db'>): readonly IncidentId[] {
  const due = postMortemShares(core.db).filter(isDue);
  const isPlaced = (id: IncidentId) => (channelOf(core.db, id)?.channel ?? null) !== null;
  return [...new Set(due.map(({ incident }) => incident))].filter(isPlaced);
}

const isDue = ({ state }: PostMortemShare) => state === 'waiting' || state === 'completing';

/**
 * Shares one version of an incident's post-mortem as a file. The channel is read before: what a call
 * whose answer got lost, or an earlier life of this desktop, has brought there is not sent again.
 */
export async function sharePostMortem(uploading: Uploading, id: IncidentId): Attempt<number> {
  const { core } = uploading;
  const { db } = core;
  const place = placeOf({ core }, id);
  const share = postMortemShares(db).find((one) => one.incident === id && isDue(one));
  if (place === null || share === undefined) return ok(0);
  const there = await isInChannel(
    uploading,
    place,
    share.state === 'completing' ? share.file : null,
    () => found(db, place, share) !== null,
  );
  if (!there.ok) return there;
  if (there.value) {
    note(core, share, { state: 'done', file: found(db, place, share) ?? share.file });
    return ok(0);
  }
  const text = sharedText(db, share);
  if (text !== null) return send(uploading, place, share, text);
  note(core, share, { state: 'refused', problem: LOST });
  return ok(0);
}

async function send(
  uploading: Uploading,
  place: ReadPlace,
  share: PostMortemShare,
  text: string,
): Attempt<number> {
  const { core } = uploading;
  const sent = await sendFile(uploading, place, {
    ...{ filename: share.name, title: share.name, alt: '', body: Buffer.from(text) },
    comment: escapeText(share.comment),
    where: `the post-mortem in #${place.name}`,
    noRight: NO_RIGHT,
    // A newer version may take its place while it is on its way, and has its own turn then.
    note: (state, file) =>
      state === 'begun'
        ? postMortemShare(core.db, share) !== null
        : note(core, share, { state, file }),
  });
  if (sent.ok) {
    if (sent.value) note(core, share, { state: 'done' });
    return ok(0);
  }
  if (sent.error.kind !== 'refused-here') return err(sent.error);
  const { message, hint } = sent.error;
  note(core, share, { state: 'refused', problem: { message, hint } });
  return ok(0);
}

function note(
  { db, emit }: Uploading['core'],
  share: PostMortemShare,
  step: Parameters<typeof noteShare>[2],
): boolean {
  const isWanted = inTransaction(db, () => noteShare(db, share, step));
  emit({ view: 'post-mortem', incident: share.incident });
  return isWanted;
}

function found(db: Db, { channel }: ReadPlace, share: PostMortemShare): string | null {
  const author = readAccount(db)?.user ?? '';
  return fileOfShare(db, share, { channel, author, since: tsAt(share.askedAt - CLOCK_ERROR_MS) });
}

const NO_RIGHT = 'The post-mortem is not shared: your Slack token may not add files.';

const LOST = {
  message: 'The text to share is not on this computer any more.',
  hint: 'Press Share in Slack again.',
};
