import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';
import type { Updates } from './updates.ts';

/**
 * Lets the engine flush and close its file before the process ends, once, however often asked. A newer
 * version that is ready is put in place then, unless an incident is active.
 */
export function quitCleanly(
  { app }: Pick<ElectronParts, 'app'>,
  engine: EngineLink,
  updates: Pick<Updates, 'mayInstall' | 'install'>,
): void {
  let isStopping = false;
  let isInstalling = false;
  const stop = async () => {
    const installs = await updates.mayInstall();
    await engine.stop();
    if (!installs) return app.exit(0);
    isInstalling = true;
    updates.install(() => app.exit(0));
  };
  app.on('before-quit', (event) => {
    // The installer ends the app by quitting it once more.
    if (isInstalling) return;
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    void stop();
  });
}
