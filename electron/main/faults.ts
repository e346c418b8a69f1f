import { MINUTE } from '#shared/base/duration.ts';
import { faultLine, faultOf } from '#shared/base/fault.ts';
import type { LogLine } from '../engine/ports.ts';
import type { ElectronParts } from './electron-parts.ts';

/** The process that this runs in: what nobody catches ends there. */
export type FaultSource = {
  readonly on: (
    event: 'uncaughtException' | 'unhandledRejection',
    listener: (cause: unknown) => void,
  ) => unknown;
};

/**
 * What nobody expected of the window's own process goes to the log of this computer, and to the
 * person in words, once a minute at most. Nothing of it is sent anywhere. The process goes on: what
 * was saved is with the engine, which has a thread of its own.
 */
export function watchFaults(
  { app, dialog, now }: Pick<ElectronParts, 'app' | 'dialog' | 'now'>,
  source: FaultSource,
  log: (line: LogLine) => void,
): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const heard = (cause: unknown) => {
    const fault = faultOf(cause);
    log({ level: 'error', event: 'shell.failed', fault });
    if (Math.abs(now() - toldAt) < MINUTE) return;
    toldAt = now();
    dialog.showErrorBox(
      'Something in Quarterdeck failed',
      `Everything saved is safe, and you can go on. If something does not answer, quit and start again.\n\n${faultLine(fault)}\nHelp → Diagnostics has the details.`,
    );
  };
  source.on('uncaughtException', heard);
  source.on('unhandledRejection', heard);
  // Chromium's own processes (graphics, sound) start again by themselves; a page says so itself.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    const [kind] = type.split(' ');
    const detail = { type: kind ?? '', reason, exitCode };
    if (reason !== 'clean-exit') log({ level: 'warn', event: 'process.gone', detail });
  });
}
