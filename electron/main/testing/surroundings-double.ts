import type {
  MenuItemConstructorOptions,
  Notification,
  NotificationConstructorOptions,
  Tray,
} from 'electron';
import type { SessionBus } from '../../hosts/session-bus.ts';
import { emitter } from './emitter.ts';

type Item = MenuItemConstructorOptions;

/** The icon in the tray, as it was told last. */
function createTrayDouble(first: string) {
  const events = emitter();
  const shown = { icon: first, tip: '', menu: [] as Item[] };
  const tray = {
    on: events.on,
    isDestroyed: () => false,
    setImage: (icon: string) => {
      shown.icon = icon;
    },
    setToolTip: (tip: string) => {
      shown.tip = tip;
    },
    setContextMenu: (items: Item[]) => {
      shown.menu = items;
    },
  };
  const press = (label: string) => {
    const item = shown.menu.find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  return { asElectron: tray as unknown as Tray, shown, press, emit: events.emit };
}

type TrayDouble = ReturnType<typeof createTrayDouble>;

function createNotificationDouble(options: NotificationConstructorOptions) {
  const events = emitter();
  const asked: string[] = [];
  const notification = { on: events.on, show: () => asked.push('show') };
  return {
    asElectron: notification as unknown as Notification,
    options,
    asked,
    emit: events.emit,
  };
}

type NotificationDouble = ReturnType<typeof createNotificationDouble>;
/** What stands on the desktop beside the windows: tray, notifications, menu and keys. */
export function createSurroundings(options: {
  readonly hasTray?: boolean;
  readonly hasNotifications?: boolean;
  /** Keys that another program has. */
  readonly takenKeys?: readonly string[];
}) {
  const power = emitter();
  const displays = emitter();
  const network = { isOnline: true };
  const areas = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const keys = new Map<string, () => void>();
  const trays: TrayDouble[] = [];
  const notifications: NotificationDouble[] = [];
  let menu: Item[] = [];
  const notify = (given: NotificationConstructorOptions) => {
    const notification = createNotificationDouble(given);
    notifications.push(notification);
    return notification.asElectron;
  };
  const parts = {
    screen: {
      getAllDisplays: () => areas.map((workArea) => ({ workArea })),
      on: displays.on,
    },
    readImage: (file: string) => file,
    powerMonitor: { on: power.on },
    isOnline: () => network.isOnline,
    globalShortcut: {
      register: (accelerator: string, pressed: () => void) => {
        if (options.takenKeys?.includes(accelerator)) return false;
        keys.set(accelerator, pressed);
        return true;
      },
      unregisterAll: () => keys.clear(),
    },
    createTray: (icon: string) => {
      if (options.hasTray === false) throw new Error('no tray');
      const tray = createTrayDouble(icon);
      trays.push(tray);
      return tray.asElectron;
    },
    buildMenu: (template: Item[]) => template,
    setApplicationMenu: (given: Item[]) => {
      menu = given;
    },
    now: () => Date.now(),
    createNotification: options.hasNotifications === false ? null : notify,
  };
  return { parts, power, network, displays, areas, keys, trays, notifications, menu: () => menu };
}

/** A Linux desktop's session bus on which everybody is but these. */
export function createBusDouble(missing: readonly string[]): SessionBus {
  const has = async (name: string) => !missing.includes(name);
  return { isThere: has, canBeCalled: has };
}
