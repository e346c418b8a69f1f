import { join } from 'node:path';
import { makeFolder } from '../engine/store/folder.ts';
import { openToCommandLine } from '../hosts/command-door.ts';
import { startEngineWorker } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { loginName } from '../hosts/login-name.ts';
import { readPageFiles } from '../hosts/page-files.ts';
import { usualProfile } from '../hosts/profile-folder.ts';
import { declareScheme, serveScheme } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';
import { answerPages, forwardEvents } from './ipc.ts';
import { type LaunchArguments, launchArguments } from './launch-arguments.ts';
import { guardNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';
import { quitCleanly } from './quit.ts';
import { keptToken } from './secrets.ts';
import { openWindow } from './window.ts';

/** What the shell is started with besides Electron itself. */
export type Launch = {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The folder of the bundles. */
  readonly out: string;
  /** The engine's entry. */
  readonly worker: URL;
};

/** Starts the app, step by step in this order. Ends at once when another instance has the profile. */
export async function startShell(parts: ElectronParts, launch: Launch): Promise<void> {
  const { app } = parts;
  const chosen = launchArguments(launch.argv);
  const profile = chosen.profile ?? usualProfile(launch.platform, launch.environment);
  keepOwnFilesIn(profile, app);
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  declareScheme(parts);
  app.on('web-contents-created', (_event, contents) => guardNavigation(parts, contents));
  await app.whenReady();
  denyPermissions(parts);
  serveScheme(parts, readPageFiles(join(launch.out, 'renderer')));
  await openDesk(parts, launch, { ...chosen, profile });
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
  launch: Launch,
  { profile, slackApiUrl, slackClientId }: LaunchArguments & { readonly profile: string },
): Promise<void> {
  const { app, dialog } = parts;
  const { keeping, token, keep } = await keptToken(parts, profile);
  const clientId = slackClientId ?? launch.environment.QUARTERDECK_SLACK_CLIENT_ID;
  const engine = await startEngineWorker(
    {
      profile,
      slackApiUrl,
      ...(clientId ? { slackClientId: clientId } : {}),
      loginName: loginName(),
      version: app.getVersion(),
      keeping,
      token: launch.environment.QUARTERDECK_SLACK_TOKEN || token,
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
    logFile(profile)({ level: 'warn', event: 'command-door.failed', detail: { cause } });
  });
  quitCleanly(parts, link);
  answerPages(parts, link);
  const window = openWindow(parts, launch.out);
  forwardEvents(window, link);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}
