import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  GlobalShortcut,
  IpcMain,
  Menu,
  MenuItemConstructorOptions,
  NativeImage,
  Notification,
  NotificationConstructorOptions,
  PowerMonitor,
  Protocol,
  SafeStorage,
  Screen,
  Session,
  Shell,
  Tray,
} from 'electron';

import type { UpdaterPart } from './updates.ts';

/**
 * The parts of Electron that the shell uses, handed in by `main.ts`: the modules are then tested
 * with a double of these few, wherever Electron's binary cannot be had.
 */
export type ElectronParts = {
  readonly app: Pick<
    App,
    | 'enableSandbox'
    | 'exit'
    | 'getVersion'
    | 'on'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'getPreferredSystemLanguages'
    | 'setAsDefaultProtocolClient'
    | 'setBadgeCount'
    | 'setPath'
    | 'whenReady'
  >;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly safeStorage: Pick<
    SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'isAsyncEncryptionAvailable'
  > &
    Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;
  readonly session: Pick<
    Session,
    | 'addWordToSpellCheckerDictionary'
    | 'availableSpellCheckerLanguages'
    | 'setDevicePermissionHandler'
    | 'setPermissionCheckHandler'
    | 'setPermissionRequestHandler'
    | 'setSpellCheckerLanguages'
  >;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox'>;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'on'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregisterAll'>;
  /** Throws where the desktop has no tray. @param icon a PNG file; `@2x` beside it is found */
  readonly createTray: (icon: string) => Tray;
  readonly readImage: (file: string) => NativeImage;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly setApplicationMenu: (menu: Menu) => void;
  /** ms since 1970. */
  readonly now: () => number;
  /** False where there is surely none. */
  readonly isOnline: () => boolean;
  /** Chromium's network, apart from the pages' cookies and cache. Used once the app is ready. */
  readonly network: () => Pick<Session, 'fetch'>;
  /** Null where this app cannot replace itself. */
  readonly loadUpdater: (() => Promise<UpdaterPart>) | null;
  /** Null where the system shows no notifications. */
  readonly createNotification: ((options: NotificationConstructorOptions) => Notification) | null;
};
