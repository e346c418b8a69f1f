import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import type { LogLine } from '../engine/ports.ts';
import type { Asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { isNewer } from './version.ts';

/** The parts of electron-updater that are used, as an argument like Electron's own. */
export type UpdaterPart = Pick<
  AppUpdater,
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'autoRunAppAfterInstall'
  | 'checkForUpdates'
  | 'disableWebInstaller'
  | 'downloadUpdate'
  | 'logger'
  | 'quitAndInstall'
> & { readonly on: (event: 'error', listener: (cause: Error) => void) => unknown };

export type UpdateNeeds = {
  readonly load: () => Promise<UpdaterPart>;
  /** Runs a task after so many ms. */
  readonly after: (ms: number, task: () => void) => void;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Of the app that runs. */
  readonly version: string;
  readonly log: (line: LogLine) => void;
  readonly isOn: () => boolean;
  /** Tells in words that a version is ready, once, and never while an incident is active. */
  readonly tell: (words: string) => void;
};

export type Updates = {
  /** What is ready, in words; null when nothing is. */
  readonly ready: () => string | null;
  /** Whether something is ready and nobody needs this computer to start again at once. */
  readonly mayInstall: () => Promise<boolean>;
  /** Puts it in place and ends the app; where that fails `end` is called, once or twice. */
  readonly install: (end: () => void) => void;
};

/** Where an app cannot replace itself: a checkout, a package of the system's own. */
export const NO_UPDATES: Updates = {
  ready: () => null,
  mayInstall: async () => false,
  install: (end) => end(),
};

/** Nothing is asked for in the first minutes: somebody may have started because something burns. */
const FIRST_MS = 10 * MINUTE;
const FIRST_SPREAD_MS = 50 * MINUTE;
const EVERY_MS = 20 * HOUR;
const EVERY_SPREAD_MS = 8 * HOUR;
/** An installer that has not ended the app by then will not. */
const INSTALL_MS = 20 * SECOND;

/**
 * Whether this app can replace itself: it is packaged, knows where updates come from (the builder
 * writes that for packages that are signed, and for Linux), and on Linux it is one file.
 */
export function canUpdateItself(
  isPackaged: boolean,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  resources: string,
): boolean {
  if (!isPackaged || !existsSync(join(resources, 'app-update.yml'))) return false;
  return platform !== 'linux' || Boolean(environment.APPIMAGE);
}

/**
 * Looks for a newer version seldom, fetches it, and puts it in place when the app is quit. While an
 * incident is active nothing is looked for, fetched, told or put in place: it waits until none is.
 * Without a network nothing is said; the next look is a day away.
 */
export function keepUpdated(needs: UpdateNeeds, asks: Asking, engine: EngineLink): Updates {
  let updater: UpdaterPart | null = null;
  let readyVersion: string | null = null;
  let isTold = false;
  let isWaiting = false;
  let isLooking = false;

  const words = () =>
    readyVersion === null
      ? null
      : `Quarterdeck ${readyVersion} is ready. It is installed when you quit.`;
  const later = () => needs.after(EVERY_MS + needs.random() * EVERY_SPREAD_MS, () => void look());
  const isCalm = async () => {
    const desk = await asks.query('desk', {});
    // An engine that does not answer may be in the middle of anything.
    return desk.ok && desk.value.active.length === 0;
  };
  const tell = async () => {
    const text = words();
    if (text === null || isTold) return;
    if (!(await isCalm())) {
      isWaiting = true;
      return;
    }
    isTold = true;
    needs.tell(text);
  };

  /** One look, and what follows from it. Waits for the end of what is going on. */
  const look = async () => {
    if (readyVersion !== null || isLooking) return;
    if (!needs.isOn()) return later();
    if (!(await isCalm())) {
      isWaiting = true;
      return;
    }
    isLooking = true;
    try {
      updater ??= prepared(await needs.load(), needs.log);
      const version = await newerVersion(updater, needs);
      // What is found while an incident begins is found again afterwards.
      if (version !== null && !(await isCalm())) isWaiting = true;
      else if (version !== null) {
        await updater.downloadUpdate();
        readyVersion = version;
      }
    } catch (cause) {
      needs.log({ level: 'warn', event: 'updates.failed', fault: faultOf(cause) });
    }
    isLooking = false;
    if (readyVersion !== null) await tell();
    else if (!isWaiting) later();
  };

  engine.subscribe(({ view }) => {
    if (view !== 'desk' || !isWaiting) return;
    isWaiting = false;
    void (readyVersion === null ? look() : tell());
  });
  needs.after(FIRST_MS + needs.random() * FIRST_SPREAD_MS, () => void look());
  return {
    ready: words,
    mayInstall: async () => readyVersion !== null && needs.isOn() && (await isCalm()),
    install: (end) => {
      needs.after(INSTALL_MS, end);
      updater?.on('error', end);
      updater?.quitAndInstall(true, false);
    },
  };
}

/** Nothing happens by itself, and nothing older or unfinished is taken. */
function prepared(updater: UpdaterPart, log: UpdateNeeds['log']): UpdaterPart {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = false;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // It would write addresses and file names of this computer to the terminal.
  updater.logger = null;
  updater.on('error', (cause) =>
    log({ level: 'warn', event: 'updates.failed', fault: faultOf(cause) }),
  );
  return updater;
}

async function newerVersion(updater: UpdaterPart, needs: UpdateNeeds): Promise<string | null> {
  const found = await updater.checkForUpdates();
  if (found === null || !found.isUpdateAvailable) return null;
  const { version } = found.updateInfo;
  if (isNewer(version, needs.version)) return version;
  needs.log({ level: 'warn', event: 'updates.refused', detail: { version } });
  return null;
}
