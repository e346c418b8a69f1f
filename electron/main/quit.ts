import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';

/** Lets the engine flush and close its file before the process ends, once, however often asked. */
export function quitCleanly({ app }: Pick<ElectronParts, 'app'>, engine: EngineLink): void {
  let stopping = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    void engine.stop().then(() => app.exit(0));
  });
}
