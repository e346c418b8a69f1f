import type { DeskViewT } from '#shared/contract/views.ts';
import type { Db } from '../store/database.ts';
import { NEWER_PROFILE } from '../store/migrate.ts';

type Notice = NonNullable<DeskViewT['notice']>;

/** Damage that a read or a write met: what it means, and what to do. */
export const DAMAGED: Notice = {
  message: 'The data file is damaged.',
  hint: 'Quit Quarterdeck and start it again: it is mended then, or the newest backup takes its place.',
};

/** What the person should know of their data file, or null when all is well. */
export function storageNotice({ opening, health }: Db): Notice | null {
  if (opening.isNewer) {
    return { message: NEWER_PROFILE.message, hint: NEWER_PROFILE.hint ?? '' };
  }
  if (health.isDamaged) return DAMAGED;
  const { setAside, restored } = opening;
  const kept = setAside === null ? '' : ` The damaged file is kept: ${setAside}`;
  const what = setAside === null ? 'The data file was gone.' : 'The data file was damaged.';
  if (restored !== null) {
    return {
      message: `${what} It was restored from the backup of ${utc(restored.takenAt)}, and what you wrote here since from its journal.`,
      hint: `What others wrote since comes again from Slack.${kept}`,
    };
  }
  // The first start of all has nothing to miss.
  if (setAside !== null || (opening.isNew && health.isOldCopy)) {
    return {
      message: `${what} What you wrote here was restored from its journal.`,
      hint: `What others wrote comes again from Slack.${kept}`,
    };
  }
  if (health.isOldCopy) {
    return {
      message:
        'This data file is older than the last one used here. What you wrote since was restored from its journal.',
      hint: 'What others wrote since comes again from Slack. Nothing is sent there twice.',
    };
  }
  return null;
}

/** `21 Nov 2026, 02:00 UTC` */
function utc(ms: number): string {
  const at = new Date(ms);
  const day = at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}
