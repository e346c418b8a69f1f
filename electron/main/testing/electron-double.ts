import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  WebContents,
} from 'electron';
import type { ElectronParts } from '../electron-parts.ts';

type Listener = (...args: unknown[]) => unknown;

/** Something that emits events, and remembers who listens. */
function emitter() {
  const listeners = new Map<string, Listener[]>();
  const on = (name: string, listener: Listener) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  };
  const emit = (name: string, ...args: unknown[]) => {
    for (const listener of listeners.get(name) ?? []) listener(...args);
  };
  return { on, once: on, emit };
}

/** A page's web contents. `asElectron` is what the modules are given. */
export function createContents() {
  const events = emitter();
  const sent: { readonly channel: string; readonly value: unknown }[] = [];
  let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  const mainFrame = { url: '' };
  const contents = {
    on: events.on,
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
function createWindowDouble(options: BrowserWindowConstructorOptions) {
  const events = emitter();
  const contents = createContents();
  const asked: string[] = [];
  const window = {
    once: events.once,
    on: events.on,
    show: () => asked.push('show'),
    focus: () => asked.push('focus'),
    restore: () => asked.push('restore'),
    isMinimized: () => true,
    isDestroyed: () => false,
    webContents: contents.asElectron,
    loadURL: async (url: string) => {
      asked.push(`load ${url}`);
      contents.mainFrame.url = url;
    },
  };
  return {
    asElectron: window as unknown as BrowserWindow,
    options,
    asked,
    contents,
    emit: events.emit,
  };
}

type WindowDouble = ReturnType<typeof createWindowDouble>;

/** Stands for a cipher: unreadable, and undone by doing it again. */
function scrambled(data: Buffer): Buffer {
  return Buffer.from(data.map((byte) => byte ^ 0x5a));
}

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/**
 * A double of the parts of Electron that the shell uses, typed from Electron's own declarations:
 * it records what it is told, and lets a test play the system.
 */
export function createElectronDouble(
  options: {
    readonly isFirst?: boolean;
    readonly hasKeychain?: boolean;
    readonly hasNewKey?: boolean;
    readonly backend?: string;
  } = {},
) {
  const app = emitter();
  const asked: string[] = [];
  const windows: WindowDouble[] = [];
  const opened: string[] = [];
  const paths: Record<string, string> = {};
  const handlers = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => unknown>();
  const permissions: Record<string, Listener> = {};
  let scheme: ProtocolHandler = () => new Response(null, { status: 500 });
  const parts = {
    app: {
      enableSandbox: () => asked.push('sandbox'),
      exit: (code: number) => asked.push(`exit ${code}`),
      getVersion: () => '1.2.3',
      on: app.on,
      quit: () => asked.push('quit'),
      requestSingleInstanceLock: () => options.isFirst ?? true,
      setPath: (name: string, path: string) => {
        paths[name] = path;
      },
      whenReady: async () => asked.push('ready'),
    },
    createWindow: (given: BrowserWindowConstructorOptions) => {
      const window = createWindowDouble(given);
      windows.push(window);
      return window.asElectron;
    },
    dialog: {
      showErrorBox: (title: string, text: string) => asked.push(`error ${title}: ${text}`),
    },
    ipcMain: {
      handle: (channel: string, handler: (event: IpcMainInvokeEvent, raw: unknown) => unknown) => {
        handlers.set(channel, handler);
      },
    },
    protocol: {
      registerSchemesAsPrivileged: () => asked.push('scheme'),
      handle: (_scheme: string, handler: ProtocolHandler) => {
        scheme = handler;
      },
    },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => options.hasKeychain ?? true,
      getSelectedStorageBackend: () => options.backend ?? 'gnome_libsecret',
      encryptStringAsync: async (text: string) => scrambled(Buffer.from(text)),
      decryptStringAsync: async (data: Buffer) => {
        if (data.length === 0) throw new Error('Error while decrypting the ciphertext');
        const shouldReEncrypt = options.hasNewKey ?? false;
        return { result: scrambled(data).toString(), shouldReEncrypt };
      },
    },
    session: {
      setPermissionRequestHandler: (handler: Listener) => {
        permissions.request = handler;
      },
      setPermissionCheckHandler: (handler: Listener) => {
        permissions.check = handler;
      },
      setDevicePermissionHandler: (handler: Listener) => {
        permissions.device = handler;
      },
    },
    shell: { openExternal: async (url: string) => void opened.push(url) },
  };
  return {
    parts: parts as unknown as ElectronParts,
    asked,
    windows,
    opened,
    paths,
    permissions,
    emit: app.emit,
    fetch: async (url: string) => scheme(new Request(url)),
    invoke: (channel: string, event: Partial<IpcMainInvokeEvent>, raw: unknown) =>
      handlers.get(channel)?.(event as IpcMainInvokeEvent, raw),
  };
}
