import { claimIn } from '#shared/domain/image.ts';
import { mayBeImage } from '#shared/domain/image-type.ts';
import type { Db } from '../store/database.ts';
import { FILE_ID } from '../store/file-cache.ts';
import { hasClaimed } from '../store/images.ts';
import type { FileState } from '../store/slack-files.ts';
import type { SlackFile } from '../store/slack-messages.ts';

/** Most bytes of a file that is fetched. */
export const FILE_MAX = 10 * 1024 * 1024;

/**
 * Whether a file is to be fetched: an image that can be shown, not too large, named as Slack names
 * them, and not one that was added here, whose bytes are in the profile already.
 */
export function stateOfNew(db: Db, { id, name, mimetype, size, url }: SlackFile): FileState {
  const claim = claimIn(name);
  if (claim !== null && hasClaimed(db, claim)) return 'listed';
  const isWanted = url !== null && mayBeImage(mimetype) && size <= FILE_MAX && FILE_ID.test(id);
  return isWanted ? 'wanted' : 'listed';
}
