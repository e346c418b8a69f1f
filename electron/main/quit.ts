import { asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { Updates } from './updates.ts';

/**
 * Lets the engine flush and close its file before the process ends, once, however often asked. What has
 * not reached Slack yet is told before, and whoever quits may stay; where nothing waits, nothing is
 * asked, nor when the system shuts down. A newer version that is ready is put in place then, unless an
 * incident is active.
 */
export function quitCleanly(
  { app, dialog, powerMonitor }: Pick<ElectronParts, 'app' | 'dialog' | 'powerMonitor'>,
  engine: EngineLink,
  updates: Pick<Updates, 'mayInstall' | 'install'>,
): void {
  let isStopping = false;
  let isInstalling = false;
  let isShuttingDown = false;
  let isAsking = false;
  const stop = async () => {
    isStopping = true;
    const installs = await updates.mayInstall();
    await engine.stop();
    if (!installs) return app.exit(0);
    isInstalling = true;
    updates.install(() => app.exit(0));
  };
  const ask = async () => {
    isAsking = true;
    const mayQuit = await agreed(dialog, engine);
    isAsking = false;
    if (mayQuit && !isStopping) await stop();
  };
  powerMonitor.on('shutdown', () => {
    isShuttingDown = true;
  });
  app.on('before-quit', (event) => {
    // The installer ends the app by quitting it once more.
    if (isInstalling) return;
    event.preventDefault();
    if (isStopping) return;
    // Quitting again is an answer too.
    void (isShuttingDown || isAsking ? stop() : ask());
  });
}

/** Whether the person quits, knowing what waits. */
async function agreed(dialog: ElectronParts['dialog'], engine: EngineLink): Promise<boolean> {
  const sync = await asking(engine.request).query('sync', {});
  // An engine that has ended has nothing left to say; without Slack nothing waits for it.
  if (!sync.ok || sync.value.state === 'unconnected' || !(sync.value.waiting > 0)) return true;
  const { waiting } = sync.value;
  const [changes, are, they] =
    waiting === 1 ? ['1 change', 'has', 'It is'] : [`${waiting} changes`, 'have', 'They are'];
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `${changes} ${are} not reached Slack`,
    detail: `${they} safe on this computer, and others see nothing of it until Quarterdeck runs again.`,
    buttons: ['Quit', 'Stay'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
