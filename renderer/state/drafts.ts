import type { Transport } from '../transport/transport.ts';
import type { Drafts } from './ports.ts';

/** How long a character may stand in the page alone. */
const SAVE_AFTER = 200;

export type DraftPorts = {
  readonly transport: Transport;
  /** Storage of the page itself: at once, and as long as the page lives. */
  readonly near: Pick<Drafts, 'read' | 'write'>;
  readonly after: (ms: number, task: () => void) => void;
};

/**
 * Drafts that outlive the page: each character is in the page's own storage at once, and on disk a
 * moment later. What could not be saved is saved when the engine is back.
 */
export function keptDrafts({ transport, near, after }: DraftPorts): Drafts {
  const written = new Map<string, string>();
  const kept = new Map<string, string>();
  const unsaved = new Set<string>();
  const soon = new Set<string>();
  const listeners = new Set<() => void>();

  const save = async (key: string) => {
    soon.delete(key);
    const text = written.get(key) ?? '';
    const saved = await transport.request('command', 'draft.keep', { key, text });
    if (saved.ok && written.get(key) === text) unsaved.delete(key);
  };
  const opened = async () => {
    for (const key of unsaved) void save(key);
    const read = await transport.request('query', 'drafts', {});
    if (!read.ok) return;
    for (const { key, text } of read.value.items) kept.set(key, text);
    for (const listener of listeners) listener();
  };
  transport.onConnection(({ kind }) => {
    if (kind === 'open') void opened();
  });
  if (transport.connection().kind === 'open') void opened();

  return {
    read: (key) => written.get(key) ?? (near.read(key) || (kept.get(key) ?? '')),
    write: (key, text) => {
      written.set(key, text);
      unsaved.add(key);
      near.write(key, text);
      // Sent or thrown away: after a crash it must not come back.
      if (text === '') return void save(key);
      if (soon.has(key)) return;
      soon.add(key);
      after(SAVE_AFTER, () => void save(key));
    },
    onRead: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
