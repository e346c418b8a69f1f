import type { SessionBus } from '../hosts/session-bus.ts';
import type { FaultSource } from './faults.ts';
import type { Opened } from './follow-links.ts';
import type { OwnWindows } from './own-windows.ts';

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
  /** Who else is there on a Linux desktop; null elsewhere. */
  readonly bus: SessionBus | null;
};

export type LinkedLaunch = Launch & {
  readonly links: Opened;
  readonly files: Opened;
  readonly apart: OwnWindows;
};
