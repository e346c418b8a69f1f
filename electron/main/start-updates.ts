import type { MenuItemConstructorOptions, Notification } from 'electron';
import { asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { updateItems } from './app-menu.ts';
import type { ElectronParts } from './electron-parts.ts';
import { updateChoice } from './update-choice.ts';
import { keepUpdated, NO_UPDATES, type Updates } from './updates.ts';

type MenuItems = readonly MenuItemConstructorOptions[];

export type ShownUpdates = Updates & {
  /** Gives what the menu says about updates, now and whenever it changes. */
  readonly show: (draw: (items: MenuItems) => void) => void;
};

/** Starts looking for newer versions, where the app can replace itself, and says in menu and notification what is ready. */
export function startUpdates(
  parts: Pick<ElectronParts, 'app' | 'createNotification' | 'loadUpdater'>,
  profile: string,
  engine: EngineLink,
): ShownUpdates {
  const { app, createNotification, loadUpdater } = parts;
  if (loadUpdater === null) return { ...NO_UPDATES, show: (draw) => draw([]) };
  const choice = updateChoice(profile);
  let redraw: () => void = () => undefined;
  /** One that nobody holds is collected. */
  let told: Notification | null = null;
  const updates = keepUpdated(
    {
      load: loadUpdater,
      after: (ms, task) => void setTimeout(task, ms),
      random: () => Math.random(),
      version: app.getVersion(),
      log: logFile(profile),
      isOn: choice.isOn,
      tell: (words) => {
        redraw();
        told = createNotification?.({ title: 'Quarterdeck', body: words, silent: true }) ?? null;
        told?.show();
      },
    },
    asking(engine.request),
    engine,
  );
  return {
    ...updates,
    show: (draw) => {
      redraw = () => draw(updateItems(updates.ready(), choice));
      redraw();
    },
  };
}
