import type { ShellViewT } from '#shared/contract/views/shell.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';

/** Tells the engine what the shell can do here, and again whenever a part of it turns out otherwise. */
export type ShellReport = (part: Partial<ShellViewT>) => void;

export function createReport(
  engine: Pick<EngineLink, 'report'>,
  platform: NodeJS.Platform,
): ShellReport {
  let told: ShellViewT = {
    ...{ kind: 'app', isMac: platform === 'darwin', hasTray: false, hasNotifications: false },
    shortcuts: [],
  };
  return (part) => {
    told = { ...told, ...part };
    engine.report(told);
  };
}
