import { SECOND } from '#shared/base/duration.ts';
import { newUlid } from '#shared/base/ids.ts';
import type { DraftPorts } from '../state/drafts.ts';
import type { Address, Clipboard, Clock, GivenFile, SaveFile } from '../state/ports.ts';
import { type Bridge, bridgeTransport } from '../transport/bridge.ts';
import { type LoopbackPorts, loopbackTransport } from '../transport/loopback.ts';
import type { Transport } from '../transport/transport.ts';

// The one file that touches the browser's clock, chance, storage, address and network.

declare global {
  interface Window {
    /** There in Electron, absent in a browser. */
    readonly quarterdeck?: Bridge;
  }
}

export function browserTransport(): Transport {
  return window.quarterdeck === undefined
    ? loopbackTransport(loopbackPorts())
    : bridgeTransport(window.quarterdeck);
}

const TOKEN = /^#token=(.+)$/;

function loopbackPorts(): LoopbackPorts {
  return {
    openSocket: ({ opened, heard, closed }) => {
      const socket = new WebSocket(`ws://${location.host}/contract`);
      socket.addEventListener('open', opened);
      socket.addEventListener('message', (event) => heard(String(event.data)));
      socket.addEventListener('close', closed);
      return (text) => socket.send(text);
    },
    takeToken: () => {
      // A fresh link that is opened in this very tab changes nothing but the fragment.
      window.addEventListener('hashchange', () => {
        if (TOKEN.test(location.hash)) location.reload();
      });
      const token = TOKEN.exec(location.hash)?.[1] ?? null;
      // Out of the address, so that it is neither bookmarked nor shown to whoever looks on.
      if (token !== null) history.replaceState(null, '', `${location.pathname}#/`);
      return token;
    },
    trade: async (token) => {
      const headers = { 'Content-Type': 'application/json' };
      await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ token }) });
    },
    isKnown: async () => (await fetch('/session/check')).ok,
    after,
    random,
  };
}

export const after = (ms: number, task: () => void) => void setTimeout(task, ms);

/** Uniform in [0, 1), from the source that ids deserve. */
function random(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return bits / 2 ** 32;
}

export function newId(): string {
  return newUlid({ now: () => Date.now(), random });
}

/** All clocks of the page tick together, and only while one is on screen. */
export function browserClock(): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  const tick = () => {
    for (const listener of listeners) listener();
  };
  return {
    now: () => Date.now(),
    onSecond: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(tick, SECOND);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}

/** As long as the window lives. */
export const browserDrafts: DraftPorts['near'] = {
  read: (key) => sessionStorage.getItem(`draft ${key}`) ?? '',
  write: (key, text) => {
    if (text === '') sessionStorage.removeItem(`draft ${key}`);
    else sessionStorage.setItem(`draft ${key}`, text);
  },
};

export const browserClipboard: Clipboard = {
  write: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser asked and the person refused, or the window is not in front.
      return false;
    }
  },
  writeRich: async (html, text) => {
    const as = (type: string, written: string) => [type, new Blob([written], { type })] as const;
    try {
      const item = Object.fromEntries([as('text/html', html), as('text/plain', text)]);
      await navigator.clipboard.write([new ClipboardItem(item)]);
      return true;
    } catch {
      return false;
    }
  },
};

export const browserSaveFile: SaveFile = (name, pieces) => {
  const bytes = pieces.map((piece) => Uint8Array.from(atob(piece), (one) => one.charCodeAt(0)));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(bytes, { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  after(10 * SECOND, () => URL.revokeObjectURL(link.href));
};

export const browserGivenFile = (file: File): GivenFile => ({
  name: file.name,
  size: file.size,
  read: async (from, to) => {
    try {
      const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
      return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
    } catch {
      // It was moved, changed or deleted since it was given.
      return null;
    }
  },
});

export const browserAddress: Address = {
  read: () => location.hash,
  write: (hash) => {
    location.hash = hash;
  },
  openApart: (hash) => {
    window.open(`${location.pathname}${hash}`, '_blank', 'noopener');
  },
  watch: (listener) => {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
};

/** Tells when there is a network again. */
export function watchNetwork(back: () => void): void {
  window.addEventListener('online', back);
}

/** Tells of everything that is thrown and that nobody catches. */
export function watchFaults(heard: (cause: unknown) => void): void {
  window.addEventListener('error', ({ error }) => {
    // Without one it is the browser that remarks on something, as on an observer that came late.
    if (error !== null && error !== undefined) heard(error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => heard(reason));
}

/** Whether commands hang on ⌘ here, or on Ctrl. */
export const hasCommandKey = /^mac/i.test(navigator.platform);
