import type { Notification } from 'electron';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';
import { SNOOZE_MINUTES } from './tray-menu.ts';

/** What a notification leads to. */
export type NotificationDeeds = {
  readonly openIncident: (nudge: NudgeViewT) => void;
  readonly open: () => void;
  readonly snooze: (nudge: NudgeViewT) => void;
};

type Nudged = Extract<ContractEvent, { view: 'nudged' }>;

/**
 * Tells what the engine says is to be told, once for each due time; several at once are one. The system
 * keeps it back where a person wants no disturbance. Where there are no notifications, the tray and
 * the window still show what is due.
 */
export function notifyOfNudges(
  { createNotification }: Pick<ElectronParts, 'createNotification'>,
  platform: NodeJS.Platform,
  engine: EngineLink,
  deeds: NotificationDeeds,
): void {
  if (createNotification === null) return;
  /** One that nobody holds is collected, and its click with it. */
  const shown = new Set<Notification>();
  engine.subscribe((event) => {
    if (event.view !== 'nudged' || event.nudges.length === 0) return;
    const notification = createNotification(wordsOf(event, platform));
    shown.add(notification);
    const [nudge] = event.nudges;
    const single = event.nudges.length === 1 && nudge !== undefined ? nudge : null;
    const open = () => (single === null ? deeds.open() : deeds.openIncident(single));
    notification.on('click', open);
    notification.on('action', (_event, index) => {
      if (index === 1 && single !== null) deeds.snooze(single);
      else open();
    });
    notification.on('close', () => shown.delete(notification));
    notification.on('failed', () => shown.delete(notification));
    notification.show();
  });
}

function wordsOf({ nudges, text }: Nudged, platform: NodeJS.Platform) {
  const [nudge] = nudges;
  const body = platform === 'linux' ? unmarked(text) : text;
  if (nudges.length !== 1 || nudge === undefined) return { title: 'Quarterdeck', body };
  const actions = [nudge.answer.label, `Remind me in ${SNOOZE_MINUTES} min`];
  return {
    title: nudge.code,
    body,
    actions: actions.map((words) => ({ type: 'button' as const, text: words })),
  };
}

/** Linux's notification servers read markup in a body (Desktop Notifications Specification). */
function unmarked(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
