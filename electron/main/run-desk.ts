import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { type Asking, asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { NOTIFICATIONS, type SessionBus, TRAY_HOST } from '../hosts/session-bus.ts';
import { appMenu } from './app-menu.ts';
import { showBadge } from './badge.ts';
import { LINK_SCHEME, linkIn, parseDeepLink } from './deep-link.ts';
import { watchDesk } from './desk-watch.ts';
import {
  createDeskWindows,
  type DeskWindows,
  incidentHash,
  postMortemHash,
} from './desk-windows.ts';
import type { ElectronParts } from './electron-parts.ts';
import { openExternal } from './external-links.ts';
import { declareHash, followLinks } from './follow-links.ts';
import type { LinkedLaunch } from './launch.ts';
import { showNotifications } from './notifications.ts';
import { fileIn, openFiles } from './opened-files.ts';
import { createReport } from './report.ts';
import { followShortcuts } from './shortcuts.ts';
import type { ShownUpdates } from './start-updates.ts';
import { showTray } from './tray.ts';
import { SNOOZE_MINUTES } from './tray-menu.ts';
import { wakeSync } from './wake-sync.ts';

type DeskLaunch = LinkedLaunch & { readonly profile: string };

/** The windows, and everything that leads to them: tray, notifications, links, keys, the system's sleep. */
export function runDesk(
  parts: ElectronParts,
  launch: DeskLaunch,
  engine: EngineLink,
  updates: ShownUpdates,
): void {
  const { app } = parts;
  const { platform, bus } = launch;
  const windows = createDeskWindows(parts, launch, engine);
  const asks = asking(engine.request);
  const deeds = deskDeeds(app, windows, asks);
  const report = createReport(engine, platform);
  const log = logFile(launch.profile);
  const follow = followLinks(asks, windows);
  const drawTray = showTray(parts, launch, deeds);
  const drawBadge = showBadge(parts, launch, windows.all);
  watchDesk(engine, (seen) => {
    drawTray?.(seen);
    drawBadge(seen);
  });
  const isTraySeen = async () =>
    drawTray !== null && (bus === null || (await bus.isThere(TRAY_HOST)) === true);
  void isTraySeen().then((isSeen) => report({ hasTray: isSeen }));
  showNotifications(parts, platform, engine, deeds, (why) => {
    log({ level: 'warn', event: 'notification.failed', detail: { why } });
    report({ hasNotifications: false });
  });
  void canNotify(parts, bus).then((hasNotifications) => report({ hasNotifications }));
  followShortcuts(parts, engine, { declare: deeds.declare, note: deeds.hud }, (shortcuts, keys) => {
    for (const { name, problem } of shortcuts) {
      log({ level: 'warn', event: `shortcut.${problem}`, detail: { keys: keys[name] } });
    }
    report({ shortcuts });
  });
  const settings = () => windows.show('#/settings');
  const diagnostics = () => windows.show('#/diagnostics');
  const openLink = (address: string) => void openExternal(parts, address);
  const menuDeeds = { ...deeds, settings, diagnostics, openLink };
  updates.show((items) =>
    parts.setApplicationMenu(parts.buildMenu(appMenu(platform, menuDeeds, items))),
  );
  app.setAsDefaultProtocolClient(LINK_SCHEME);
  launch.apart.deliver(windows.showIncident);
  launch.links.deliver((url) => follow(parseDeepLink(url)));
  const openFile = openFiles(parts, asks, windows);
  launch.files.deliver((path) => void openFile(path));
  /** A start by a link or a file; by neither, the Desk. */
  const come = (argv: readonly string[], folder: string) => {
    const file = fileIn(argv, folder);
    if (file === null) follow(linkIn(argv));
    else void openFile(file);
  };
  app.on('second-instance', (_event, argv, folder) => come(argv, folder));
  app.on('activate', deeds.open);
  app.on('window-all-closed', () => {
    // A Mac keeps its icon in the Dock. Elsewhere the tray is the way back; without one there is none.
    if (platform !== 'darwin') void isTraySeen().then((isSeen) => isSeen || app.quit());
  });
  wakeSync(parts, () => void asks.command('sync.retry', {}));
  come(launch.argv, process.cwd());
}

/** What tray, menus, notifications and keys can do. */
function deskDeeds(app: ElectronParts['app'], windows: DeskWindows, asks: Asking) {
  return {
    open: () => windows.show(),
    openIncident: (incident: IncidentId) => windows.show(incidentHash(incident)),
    openPostMortem: (incident: IncidentId) => windows.show(postMortemHash(incident)),
    declare: () => windows.show(declareHash('')),
    hud: windows.showHud,
    snooze: ({ incident, rule, subject }: NudgeViewT) =>
      void asks.command('nudge.snooze', { incident, rule, subject, minutes: SNOOZE_MINUTES }),
    startAction: (incident: IncidentId, action: string) =>
      void asks.command('action.set-status', { incident, action, status: 'doing' }),
    quit: () => app.quit(),
  };
}

/** Whether anybody shows notifications. Where nobody can say, Electron's word counts. */
async function canNotify(
  { createNotification }: Pick<ElectronParts, 'createNotification'>,
  bus: SessionBus | null,
): Promise<boolean> {
  if (createNotification === null) return false;
  return bus === null || (await bus.canBeCalled(NOTIFICATIONS)) !== false;
}
