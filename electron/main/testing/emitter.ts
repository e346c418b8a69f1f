export type Listener = (...args: unknown[]) => unknown;

/** Something that emits events, and remembers who listens. */
export function emitter() {
  const listeners = new Map<string, Listener[]>();
  const on = (name: string, listener: Listener) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  };
  const emit = (name: string, ...args: unknown[]) => {
    for (const listener of listeners.get(name) ?? []) listener(...args);
  };
  return { on, once: on, emit };
}
