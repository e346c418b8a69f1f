import type { IncidentId } from '#shared/base/ids.ts';
import type { FileViewT } from '#shared/contract/views.ts';
import { claimOf } from '#shared/domain/image.ts';
import type { Db } from '../store/database.ts';
import { lookUpImage } from '../store/image-files.ts';
import { isUploading } from '../store/image-uploads.ts';
import { type EntryImage, fileClaiming, fileOfImage, imageOfEntry } from '../store/images.ts';
import { channelOf } from '../store/slack-channels.ts';
import { IMAGES } from './message.ts';

/** The image of an entry as a page sees it, and whether it has still to leave for Slack. */
export function imageFile(
  db: Db,
  incident: IncidentId,
  entry: string,
): { readonly file: FileViewT; readonly waiting: boolean } | null {
  const image = imageOfEntry(db, incident, entry);
  if (image === null) return null;
  const { hash: id, name, bytes: size, width, height } = image;
  const isKept = lookUpImage(db, id) !== null;
  const state = isKept ? 'here' : stateInSlack(db, incident, image);
  return {
    file: { id, name, size, width, height, image: state },
    waiting: isKept && isUploading(db, incident, id),
  };
}

/** Of one that was added elsewhere: Slack may have it, and it may have been fetched. */
function stateInSlack(db: Db, incident: IncidentId, { hash }: EntryImage): FileViewT['image'] {
  const fetched = fileOfImage(db, hash);
  if (fetched !== null) return IMAGES[fetched.state];
  const channel = channelOf(db, incident)?.channel ?? null;
  const shared =
    channel === null ? null : fileClaiming(db, channel, { hash, claim: claimOf(hash) });
  return shared === null ? 'coming' : IMAGES[shared.state];
}
