// Electron's entry: hands Electron to the shell, and does nothing else.
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { sessionBus } from '../hosts/session-bus.ts';
import { startShell } from './shell.ts';
import { canUpdateItself } from './updates.ts';

// Not awaited: Electron becomes ready only after this module has run.
void startShell(
  {
    app,
    buildMenu: (template) => Menu.buildFromTemplate(template),
    createNotification: Notification.isSupported() ? (options) => new Notification(options) : null,
    createTray: (icon) => new Tray(nativeImage.createFromPath(icon)),
    readImage: (file) => nativeImage.createFromPath(file),
    createWindow: (options) => new BrowserWindow(options),
    dialog,
    globalShortcut,
    ipcMain,
    // Loaded on first use: most starts are over before it is.
    loadUpdater: canUpdateItself(
      app.isPackaged,
      process.platform,
      process.env,
      process.resourcesPath,
    )
      ? async () => (await import('electron-updater')).default.autoUpdater
      : null,
    isOnline: () => net.isOnline(),
    now: () => Date.now(),
    // Without `persist:` it is in memory alone.
    network: () => session.fromPartition('engine', { cache: false }),
    // These two may be used only once the app is ready.
    get powerMonitor() {
      return powerMonitor;
    },
    get screen() {
      return screen;
    },
    protocol,
    safeStorage,
    setApplicationMenu: (menu) => Menu.setApplicationMenu(menu),
    // Made on first use, which must be after the app is ready.
    get session() {
      return session.defaultSession;
    },
    shell,
  },
  {
    argv: process.argv,
    environment: process.env,
    platform: process.platform,
    bus: process.platform === 'linux' ? sessionBus() : null,
    out: join(import.meta.dirname, '..'),
    process,
    worker: new URL('./worker.js', import.meta.url),
  },
);
