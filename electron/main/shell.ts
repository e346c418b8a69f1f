import { join } from 'node:path';
import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { makeFolder } from '../engine/store/folder.ts';
import { asking } from '../hosts/asking.ts';
import { openToCommandLine } from '../hosts/command-door.ts';
import { type EngineLink, startEngineWorker } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { loginName } from '../hosts/login-name.ts';
import { readPageFiles } from '../hosts/page-files.ts';
import { usualProfile } from '../hosts/profile-folder.ts';
import { appMenu } from './app-menu.ts';
import { declareScheme, serveScheme } from './app-scheme.ts';
import { offerContextMenu } from './context-menu.ts';
import { LINK_SCHEME, linkIn, parseDeepLink } from './deep-link.ts';
import { createDeskWindows, incidentHash, postMortemHash } from './desk-windows.ts';
import type { ElectronParts } from './electron-parts.ts';
import { openExternal } from './external-links.ts';
import { type FaultSource, watchFaults } from './faults.ts';
import { declareHash, followLinks, type Opened, openedFiles, openedLinks } from './follow-links.ts';
import { answerPages } from './ipc.ts';
import { type LaunchArguments, launchArguments } from './launch-arguments.ts';
import { guardNavigation } from './navigation.ts';
import { showNotifications } from './notifications.ts';
import { fileIn, openFiles } from './opened-files.ts';
import { denyPermissions } from './permissions.ts';
import { quitCleanly } from './quit.ts';
import { keptTokens } from './secrets.ts';
import { registerShortcuts } from './shortcuts.ts';
import { type ShownUpdates, startUpdates } from './start-updates.ts';
import { showTray } from './tray.ts';
import { SNOOZE_MINUTES } from './tray-menu.ts';

/** What the shell is started with besides Electron itself. */
export type Launch = {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The folder of the bundles. */
  readonly out: string;
  /** The engine's entry. */
  readonly worker: URL;
  readonly process: FaultSource;
};

type LinkedLaunch = Launch & { readonly links: Opened; readonly files: Opened };

/** Starts the app, step by step in this order. Ends at once when another instance has the profile. */
export async function startShell(parts: ElectronParts, launch: Launch): Promise<void> {
  const { app } = parts;
  const chosen = launchArguments(launch.argv);
  const profile = chosen.profile ?? usualProfile(launch.platform, launch.environment);
  keepOwnFilesIn(profile, app);
  if (!app.requestSingleInstanceLock()) return app.quit();
  watchFaults(parts, launch.process, logFile(profile));
  const links = openedLinks(app);
  const files = openedFiles(app);
  app.enableSandbox();
  declareScheme(parts);
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(parts, contents);
    offerContextMenu(parts, contents);
  });
  await app.whenReady();
  denyPermissions(parts);
  serveScheme(parts, readPageFiles(join(launch.out, 'renderer')));
  await openDesk(parts, { ...launch, links, files }, { ...chosen, profile });
}

/**
 * Chromium's own files, and with them the lock of the single instance, go into the profile: two
 * profiles are two apps, and a profile that moves takes everything along.
 */
function keepOwnFilesIn(profile: string, app: ElectronParts['app']): void {
  const folder = join(profile, 'chromium');
  // Where it cannot be made, the engine cannot use the profile either and says so in words.
  if (makeFolder(folder).ok) app.setPath('userData', folder);
}

async function openDesk(
  parts: ElectronParts,
  launch: LinkedLaunch,
  { profile, slackApiUrl, slackClientId }: LaunchArguments & { readonly profile: string },
): Promise<void> {
  const { app, dialog } = parts;
  const { keeping, tokens, keep } = await keptTokens(parts, profile);
  const clientId = slackClientId ?? launch.environment.QUARTERDECK_SLACK_CLIENT_ID;
  const engine = await startEngineWorker(
    {
      profile,
      slackApiUrl,
      ...(clientId ? { slackClientId: clientId } : {}),
      loginName: loginName(),
      version: app.getVersion(),
      keeping,
      token: launch.environment.QUARTERDECK_SLACK_TOKEN || tokens.slack,
      gitHubToken: launch.environment.QUARTERDECK_GITHUB_TOKEN || tokens.github,
      gitHubApiUrl: launch.environment.QUARTERDECK_GITHUB_API_URL || null,
    },
    keep,
    launch.worker,
  );
  if (!engine.ok) {
    const { message, hint = '' } = engine.error;
    process.stderr.write(`${message} ${hint}\n`);
    dialog.showErrorBox('Quarterdeck cannot start', `${message}\n\n${hint}`);
    return app.exit(2);
  }
  const link = await openToCommandLine(profile, engine.value, (cause) => {
    logFile(profile)({ level: 'warn', event: 'command-door.failed', fault: faultOf(cause) });
  });
  const updates = startUpdates(parts, profile, link);
  quitCleanly(parts, link, updates);
  answerPages(parts, link);
  runDesk(parts, { ...launch, profile }, link, updates);
}

/** The windows, and everything that leads to them: tray, notifications, links, keys, the system's sleep. */
function runDesk(
  parts: ElectronParts,
  launch: LinkedLaunch & { readonly profile: string },
  engine: EngineLink,
  updates: ShownUpdates,
): void {
  const { app, powerMonitor } = parts;
  const { platform } = launch;
  const log = logFile(launch.profile);
  const windows = createDeskWindows(parts, launch, engine);
  const asks = asking(engine.request);
  const declare = () => windows.show(declareHash(''));
  const open = () => windows.show();
  const openIncident = (incident: IncidentId) => windows.show(incidentHash(incident));
  const snooze = ({ incident, rule, subject }: NudgeViewT) =>
    void asks.command('nudge.snooze', { incident, rule, subject, minutes: SNOOZE_MINUTES });
  const quit = () => app.quit();
  const deeds = { open, openIncident, declare, hud: windows.showHud, snooze, quit };
  const follow = followLinks(asks, windows);
  const hasTray = showTray(parts, launch, engine, deeds);
  showNotifications(
    parts,
    platform,
    engine,
    {
      ...deeds,
      openPostMortem: (incident) => windows.show(postMortemHash(incident)),
      startAction: (incident, action) =>
        void asks.command('action.set-status', { incident, action, status: 'doing' }),
    },
    (why) => log({ level: 'warn', event: 'notification.failed', detail: { why } }),
  );
  registerShortcuts(parts, { declare, note: windows.showHud }, (keys) =>
    log({ level: 'warn', event: 'shortcut.taken', detail: { keys } }),
  );
  const settings = () => windows.show('#/settings');
  const diagnostics = () => windows.show('#/diagnostics');
  const openLink = (address: string) => void openExternal(parts, address);
  const menuDeeds = { declare, hud: windows.showHud, settings, diagnostics, openLink };
  updates.show((items) =>
    parts.setApplicationMenu(parts.buildMenu(appMenu(platform, menuDeeds, items))),
  );
  app.setAsDefaultProtocolClient(LINK_SCHEME);
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
  app.on('activate', open);
  // With a tray the app lives on in it; without one there would be no way back.
  app.on('window-all-closed', () => hasTray || app.quit());
  powerMonitor.on('resume', () => void asks.command('sync.retry', {}));
  come(launch.argv, process.cwd());
}
