import { FILE_ID } from '../store/file-cache.ts';
import type { FileState } from '../store/slack-files.ts';
import type { SlackFile } from '../store/slack-messages.ts';
import { mayBeImage } from './image-type.ts';

/** Most bytes of a file that is fetched. */
export const FILE_MAX = 10 * 1024 * 1024;

/** Whether a file is to be fetched: an image that can be shown, not too large, named as Slack names them. */
export function stateOfNew({ id, mimetype, size, url }: SlackFile): FileState {
  const isWanted = url !== null && mayBeImage(mimetype) && size <= FILE_MAX && FILE_ID.test(id);
  return isWanted ? 'wanted' : 'listed';
}
