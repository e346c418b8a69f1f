import type {
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  MessageBoxOptions,
} from 'electron';
import type { ElectronParts } from '../electron-parts.ts';
import { emitter, type Listener } from './emitter.ts';
import { createBusDouble, createSurroundings } from './surroundings-double.ts';
import { createWindowDouble, type WindowDouble } from './window-double.ts';

/** Stands for a cipher: unreadable, and undone by doing it again. */
function scrambled(data: Buffer): Buffer {
  return Buffer.from(data.map((byte) => byte ^ 0x5a));
}

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

type DoubleOptions = {
  readonly isFirst?: boolean;
  readonly hasKeychain?: boolean;
  readonly hasNewKey?: boolean;
  readonly backend?: string;
  readonly saysNo?: boolean;
  readonly loadUpdater?: ElectronParts['loadUpdater'];
  readonly languages?: readonly string[];
  readonly network?: typeof globalThis.fetch;
  /** Names that nobody has on the session bus. */
  readonly missingOnBus?: readonly string[];
} & Parameters<typeof createSurroundings>[0];

/** Questions and errors as the system shows them. */
function dialogDouble(asked: string[], questions: MessageBoxOptions[], saysNo: boolean) {
  return {
    /** Answered by the first button, unless a person says no. */
    showMessageBox: async (question: MessageBoxOptions) => {
      asked.push(`ask ${question.message}`);
      questions.push(question);
      return { response: saysNo ? 1 : 0, checkboxChecked: false };
    },
    showErrorBox: (title: string, text: string) => asked.push(`error ${title}: ${text}`),
  };
}

/**
 * A double of the parts of Electron that the shell uses, typed from Electron's own declarations:
 * it records what it is told, and lets a test play the system.
 */
export function createElectronDouble(options: DoubleOptions = {}) {
  const app = emitter();
  const asked: string[] = [];
  const windows: WindowDouble[] = [];
  const opened: string[] = [];
  const questions: MessageBoxOptions[] = [];
  const surroundings = createSurroundings(options);
  const paths: Record<string, string> = {};
  const handlers = new Map<string, (event: IpcMainInvokeEvent, raw: unknown) => unknown>();
  const permissions: Record<string, Listener> = {};
  let scheme: ProtocolHandler = () => new Response(null, { status: 500 });
  const parts = {
    app: {
      enableSandbox: () => asked.push('sandbox'),
      exit: (code: number) => asked.push(`exit ${code}`),
      getPreferredSystemLanguages: () => options.languages ?? ['en-US'],
      setBadgeCount: (count: number) => {
        asked.push(`badge ${count}`);
        return true;
      },
      getVersion: () => '1.2.3',
      on: app.on,
      quit: () => asked.push('quit'),
      requestSingleInstanceLock: () => options.isFirst ?? true,
      setAsDefaultProtocolClient: (scheme: string) => asked.push(`protocol ${scheme}`),
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
    dialog: dialogDouble(asked, questions, options.saysNo ?? false),
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
    network: () => ({ fetch: options.network ?? globalThis.fetch }),
    session: {
      availableSpellCheckerLanguages: ['de', 'en-GB', 'en-US', 'fr'],
      setSpellCheckerLanguages: (languages: string[]) => {
        asked.push(`spell ${languages.join(' ')}`);
      },
      addWordToSpellCheckerDictionary: (word: string) => {
        asked.push(`learn ${word}`);
        return true;
      },
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
    loadUpdater: options.loadUpdater ?? null,
    shell: { openExternal: async (url: string) => void opened.push(url) },
    ...surroundings.parts,
  };
  return {
    ...surroundings,
    parts: parts as unknown as ElectronParts,
    asked,
    windows,
    questions,
    opened,
    paths,
    bus: createBusDouble(options.missingOnBus ?? []),
    permissions,
    emit: app.emit,
    fetch: async (url: string) => scheme(new Request(url)),
    invoke: (channel: string, event: Partial<IpcMainInvokeEvent>, raw: unknown) =>
      handlers.get(channel)?.(event as IpcMainInvokeEvent, raw),
  };
}
