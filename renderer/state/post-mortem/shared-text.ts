import { applyUpdate, Doc, encodeStateVector, mergeUpdates } from 'yjs';
import type { ContractError } from '#shared/contract/errors.ts';
import type { Answer } from '../../transport/transport.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** How long what is typed may stand in the page alone. On disk within 250 ms is the promise. */
const SAVE_AFTER = 120;
/** A new try, where the engine answered that it could not save. */
const TRY_AGAIN_AFTER = 2_000;

/** Less than one write may hold. */
const BYTES_AT_ONCE = 1_000_000;

/** Whether what was typed is on disk. */
export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly problem: ContractError };

export type SharedTextPorts = {
  /** Resolves once it is on disk. */
  readonly write: (update: string) => Answer<object>;
  /** What the engine has and a text of this state vector lacks; null where that is nothing. */
  readonly since: (vector: string) => Answer<{ readonly update: string | null }>;
  readonly after: (ms: number, task: () => void) => void;
};

/**
 * A post-mortem's text, which the engine keeps and which others write too. What is typed here is
 * saved piece by piece; what others wrote is merged into it where it stands.
 */
export type SharedText = {
  readonly doc: Doc;
  readonly saved: () => Saved;
  readonly onSaved: (listener: () => void) => () => void;
  /** Saves what is typed and not saved yet. Resolves when it was tried. */
  readonly flush: () => Promise<void>;
  /** Merges what others wrote. */
  readonly pull: () => Promise<void>;
  /** Nothing is merged any more; what is unsaved still is saved. */
  readonly close: () => Promise<void>;
};

/** The origin of what comes from the engine: it is on disk already, and no undo takes it back. */
export const FROM_ENGINE = 'engine';

/** Opens a text of the given state (an update in base64). */
export function openSharedText(state: string, ports: SharedTextPorts): SharedText {
  const doc = new Doc();
  const listeners = new Set<() => void>();
  const waiting: Uint8Array[] = [];
  let saved: Saved = { kind: 'saved' };
  let isPlanned = false;
  let underWay: Promise<void> | null = null;
  let isOpen = true;

  const say = (next: Saved) => {
    if (next.kind === saved.kind && next.kind !== 'unsaved') return;
    saved = next;
    for (const listener of listeners) listener();
  };
  const plan = (ms: number) => {
    if (isPlanned) return;
    isPlanned = true;
    ports.after(ms, () => {
      isPlanned = false;
      void flush();
    });
  };
  const save = async () => {
    const update = mergeUpdates(takeSome(waiting));
    const answer = await ports.write(toBase64(update));
    if (answer.ok) return waiting.length === 0 ? say({ kind: 'saved' }) : plan(0);
    waiting.unshift(update);
    say({ kind: 'unsaved', problem: answer.error });
    plan(TRY_AGAIN_AFTER);
  };
  const flush = async (): Promise<void> => {
    // One at a time, so that nothing overtakes what it builds on.
    if (underWay !== null) await underWay;
    if (waiting.length === 0) return;
    underWay ??= save().finally(() => {
      underWay = null;
    });
    await underWay;
  };

  applyUpdate(doc, fromBase64(state), FROM_ENGINE);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_ENGINE) return;
    waiting.push(update);
    if (saved.kind === 'saved') say({ kind: 'saving' });
    plan(SAVE_AFTER);
  });

  return {
    doc,
    saved: () => saved,
    onSaved: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush,
    pull: async () => {
      const answer = await ports.since(toBase64(encodeStateVector(doc)));
      if (!isOpen || !answer.ok || answer.value.update === null) return;
      applyUpdate(doc, fromBase64(answer.value.update), FROM_ENGINE);
    },
    close: async () => {
      isOpen = false;
      await flush();
    },
  };
}

/** Takes the first updates away from the list, as many as the engine takes at once; one at least. */
function takeSome(waiting: Uint8Array[]): Uint8Array[] {
  let bytes = 0;
  const count = waiting.findIndex(({ length }, index) => {
    bytes += length;
    return index > 0 && bytes > BYTES_AT_ONCE;
  });
  return waiting.splice(0, count < 0 ? waiting.length : count);
}
