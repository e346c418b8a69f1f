import type { Notification, NotificationConstructorOptions } from 'electron';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NewsViewT } from '#shared/contract/views/news.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';
import { SNOOZE_MINUTES } from './tray-menu.ts';

/** What a notification leads to. */
export type NotificationDeeds = {
  readonly open: () => void;
  readonly openIncident: (incident: IncidentId) => void;
  readonly openPostMortem: (incident: IncidentId) => void;
  readonly snooze: (nudge: NudgeViewT) => void;
  /** Says that an action is being worked on. */
  readonly startAction: (incident: IncidentId, action: string) => void;
};

/** One notification: its words, where a click leads, and what each of its buttons does. */
type Telling = {
  readonly title: string;
  readonly body: string;
  readonly open: () => void;
  readonly buttons: readonly { readonly text: string; readonly press: () => void }[];
};

/**
 * Tells what the engine says is to be told, each thing once; several at once are one. The system
 * keeps it back where a person wants no disturbance. Where there are no notifications, the page
 * tells it.
 * @param failed hears why the system did not show one
 */
export function showNotifications(
  { createNotification }: Pick<ElectronParts, 'createNotification'>,
  platform: NodeJS.Platform,
  engine: EngineLink,
  deeds: NotificationDeeds,
  failed: (why: string) => void,
): void {
  if (createNotification === null) return;
  /** One that nobody holds is collected, and its click with it. */
  const shown = new Set<Notification>();
  engine.subscribe((event) => {
    const telling = tellingOf(event, deeds);
    if (telling === null) return;
    const { open, buttons } = telling;
    const notification = createNotification(optionsOf(telling, platform));
    shown.add(notification);
    notification.on('click', open);
    notification.on('action', ({ actionIndex }) => (buttons[actionIndex]?.press ?? open)());
    notification.on('close', () => shown.delete(notification));
    notification.on('failed', (_event, why) => {
      shown.delete(notification);
      failed(why);
    });
    notification.show();
  });
}

function tellingOf(event: ContractEvent, deeds: NotificationDeeds): Telling | null {
  if (event.view === 'nudged') return ofNudges(event.nudges, event.text, deeds);
  return event.view === 'news' ? ofNews(event.news, event.text, deeds) : null;
}

function ofNudges(nudges: readonly NudgeViewT[], text: string, deeds: NotificationDeeds) {
  const [nudge] = nudges;
  if (nudge === undefined) return null;
  if (nudges.length > 1) return ofSeveral(nudges, text, deeds);
  const isAboutReview = ['review', 'review-owner', 'review-date'].includes(nudge.rule);
  const open = () =>
    isAboutReview ? deeds.openPostMortem(nudge.incident) : deeds.openIncident(nudge.incident);
  const snooze = () => deeds.snooze(nudge);
  return {
    ...{ title: nudge.code, body: nudge.text, open },
    buttons: [
      { text: nudge.answer.label, press: open },
      { text: `Remind me in ${SNOOZE_MINUTES} min`, press: snooze },
    ],
  };
}

function ofNews(news: readonly NewsViewT[], text: string, deeds: NotificationDeeds) {
  const [one] = news;
  if (one === undefined) return null;
  if (news.length > 1) return ofSeveral(news, text, deeds);
  const { incident, code, name, kind, subject } = one;
  const open = () => deeds.openIncident(incident);
  const start = { text: 'Start it', press: () => deeds.startAction(incident, subject) };
  return {
    ...{ title: `${code} ${name}`, body: one.text, open },
    buttons: [{ text: 'Open', press: open }, ...(kind === 'action' ? [start] : [])],
  };
}

/** Of one incident: it is opened; of several: the Desk, where they stand. */
function ofSeveral(
  about: readonly { readonly incident: IncidentId }[],
  body: string,
  { open, openIncident }: NotificationDeeds,
): Telling {
  const [incident, ...others] = new Set(about.map((one) => one.incident));
  const isOne = incident !== undefined && others.length === 0;
  return {
    ...{ title: 'Quarterdeck', body, buttons: [] },
    open: isOne ? () => openIncident(incident) : open,
  };
}

function optionsOf(
  { title, body, buttons }: Telling,
  platform: NodeJS.Platform,
): NotificationConstructorOptions {
  const actions = buttons.map(({ text }) => ({ type: 'button' as const, text }));
  return {
    title,
    body: platform === 'linux' ? unmarked(body) : body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** Linux's notification servers read markup in a body (Desktop Notifications Specification). */
function unmarked(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
