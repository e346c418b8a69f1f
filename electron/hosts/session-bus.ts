import { execFile } from 'node:child_process';

/** Who answers on the session bus of a Linux desktop. Null: nobody can say. */
export type SessionBus = {
  /** Somebody has this name now. */
  readonly isThere: (name: string) => Promise<boolean | null>;
  /** Somebody has it, or is started when it is called. */
  readonly canBeCalled: (name: string) => Promise<boolean | null>;
};

/** Who draws tray icons: an icon without it is nowhere (StatusNotifierItem specification). */
export const TRAY_HOST = 'org.kde.StatusNotifierWatcher';
/** Who shows notifications (Desktop Notifications Specification). */
export const NOTIFICATIONS = 'org.freedesktop.Notifications';

/** Runs a program and gives what it printed. Rejects when it cannot, or ends badly. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string>;

const PATIENCE_MS = 2_000;
const BUS = 'org.freedesktop.DBus';

/**
 * Asks the session bus by one of the two programs that desktops come with: Electron itself does not
 * tell whether a tray, or a notification, is shown by anybody.
 */
export function sessionBus(run: RunProgram = runProgram): SessionBus {
  const names = async (list: 'ListNames' | 'ListActivatableNames'): Promise<string | null> => {
    const asked: readonly [string, readonly string[]][] = [
      ['gdbus', gdbus(list)],
      ['dbus-send', dbusSend(list)],
    ];
    for (const [file, args] of asked) {
      try {
        return await run(file, args);
      } catch {
        // Not installed, or there is no bus: the other may know more.
      }
    }
    return null;
  };
  const isListed = async (list: 'ListNames' | 'ListActivatableNames', name: string) => {
    const found = await names(list);
    return found === null ? null : found.split(/['"]/).includes(name);
  };
  const isThere = (name: string) => isListed('ListNames', name);
  return {
    isThere,
    canBeCalled: async (name) => {
      const there = await isThere(name);
      return there === true ? true : isListed('ListActivatableNames', name);
    },
  };
}

const gdbus = (method: string) => [
  ...['call', '--session', '--dest', BUS, '--object-path', '/org/freedesktop/DBus'],
  ...['--method', `${BUS}.${method}`],
];

const dbusSend = (method: string) => [
  ...['--session', '--print-reply', `--dest=${BUS}`, '/org/freedesktop/DBus', `${BUS}.${method}`],
];

function runProgram(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, [...args], { timeout: PATIENCE_MS }, (cause, printed) => {
      if (cause === null) resolve(printed);
      else reject(cause);
    });
  });
}
