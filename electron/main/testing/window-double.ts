import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { emitter } from './emitter.ts';

/** A page's web contents. `asElectron` is what the modules are given. */
export function createContents() {
  const events = emitter();
  const sent: { readonly channel: string; readonly value: unknown }[] = [];
  let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  const mainFrame = { url: '' };
  let zoom = 0;
  const contents = {
    on: events.on,
    once: events.once,
    getZoomLevel: () => zoom,
    setZoomLevel: (level: number) => {
      zoom = level;
    },
    reload: () => sent.push({ channel: 'reload', value: null }),
    mainFrame,
    send: (channel: string, value: unknown) => sent.push({ channel, value }),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  };
  return {
    asElectron: contents as unknown as WebContents,
    emit: events.emit,
    mainFrame,
    sent,
    /** A page calls window.open. */
    open: (url: string) => openHandler({ url }),
  };
}

/** A window and what was asked of it. */
export function createWindowDouble(options: BrowserWindowConstructorOptions) {
  const events = emitter();
  const contents = createContents();
  const asked: string[] = [];
  let bounds = { x: 40, y: 60, width: 900, height: 700 };
  const window = {
    once: events.once,
    on: events.on,
    show: () => asked.push('show'),
    focus: () => asked.push('focus'),
    restore: () => asked.push('restore'),
    isMinimized: () => true,
    isDestroyed: () => false,
    isMaximized: () => false,
    setBounds: (bounds: object) => asked.push(`bounds ${JSON.stringify(bounds)}`),
    setOverlayIcon: (icon: unknown, words: string) => asked.push(`overlay ${icon} ${words}`),
    maximize: () => asked.push('maximize'),
    getNormalBounds: () => bounds,
    webContents: contents.asElectron,
    loadURL: async (url: string) => {
      asked.push(`load ${url}`);
      contents.mainFrame.url = url;
    },
  };
  return {
    asElectron: window as unknown as BrowserWindow,
    options,
    move: (to: typeof bounds) => {
      bounds = to;
    },
    asked,
    contents,
    emit: events.emit,
  };
}

export type WindowDouble = ReturnType<typeof createWindowDouble>;
