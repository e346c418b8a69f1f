import { join } from 'node:path';
import { faultOf } from '#shared/base/fault.ts';
import { makeFolder } from '../engine/store/folder.ts';
import { openToCommandLine } from '../hosts/command-door.ts';
import { startEngineWorker } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { loginName } from '../hosts/login-name.ts';
import { readPageFiles } from '../hosts/page-files.ts';
import { usualProfile } from '../hosts/profile-folder.ts';
import { declareScheme, serveScheme } from './app-scheme.ts';
import { offerContextMenu } from './context-menu.ts';
import type { ElectronParts } from './electron-parts.ts';
import { watchFaults } from './faults.ts';
import { openedFiles, openedLinks } from './follow-links.ts';
import { answerPages } from './ipc.ts';
import type { Launch, LinkedLaunch } from './launch.ts';
import { type LaunchArguments, launchArguments } from './launch-arguments.ts';
import { guardNavigation } from './navigation.ts';
import { chromiumCode, chromiumFetch } from './network.ts';
import { ownWindows } from './own-windows.ts';
import { denyPermissions } from './permissions.ts';
import { quitCleanly } from './quit.ts';
import { runDesk } from './run-desk.ts';
import { keptTokens } from './secrets.ts';
import { checkSpelling } from './spelling.ts';
import { startUpdates } from './start-updates.ts';

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
  const apart = ownWindows();
  app.enableSandbox();
  declareScheme(parts);
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(parts, contents, apart.open);
    offerContextMenu(parts, contents);
  });
  await app.whenReady();
  denyPermissions(parts);
  checkSpelling(parts, launch.platform);
  serveScheme(parts, readPageFiles(join(launch.out, 'renderer')));
  await openDesk(parts, { ...launch, links, files, apart }, { ...chosen, profile });
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
    { fetch: chromiumFetch(parts.network), codeOf: chromiumCode },
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
