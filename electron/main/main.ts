// Electron's entry: hands Electron to the shell, and does nothing else.
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { startShell } from './shell.ts';

// Not awaited: Electron becomes ready only after this module has run.
void startShell(
  {
    app,
    createWindow: (options) => new BrowserWindow(options),
    dialog,
    ipcMain,
    protocol,
    safeStorage,
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
    out: join(import.meta.dirname, '..'),
    worker: new URL('./worker.js', import.meta.url),
  },
);
