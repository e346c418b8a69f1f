// The one bridge between a page and the app: two functions, nothing of Electron behind them.

import { contextBridge, ipcRenderer } from 'electron';
import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';

/** As in electron/main/ipc.ts; a sandboxed preload script can import nothing of ours. */
const REQUEST_CHANNEL = 'quarterdeck:request';
const EVENT_CHANNEL = 'quarterdeck:event';

contextBridge.exposeInMainWorld('quarterdeck', {
  request: (request: ContractRequest): Promise<ContractReply> =>
    ipcRenderer.invoke(REQUEST_CHANNEL, request),
  subscribe: (listener: (reply: ContractReply) => void): (() => void) => {
    // The event object stays here: it would lead back to the sender.
    const heard = (_event: unknown, reply: ContractReply) => listener(reply);
    ipcRenderer.on(EVENT_CHANNEL, heard);
    return () => void ipcRenderer.off(EVENT_CHANNEL, heard);
  },
});
