import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  IpcMain,
  Protocol,
  SafeStorage,
  Session,
  Shell,
} from 'electron';

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
    'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
  >;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
};
