import {
  HINT_RULES,
  type Hint,
  type HintFinder,
  hintFinder,
  hintKey,
} from '#shared/post-mortem/blameless.ts';
import type { HintRule } from '#shared/post-mortem/hint-rule.ts';

/** Phrases that are hinted at, and those that nobody wants to hear of again. */
export type HintSource = {
  /** The hints of one text that were not dismissed. The same list for the same text and state. */
  readonly find: HintFinder;
  /** Changes when what `find` gives may be another. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** @param text the text in which it was found */
  readonly dismiss: (text: string, hint: Hint) => void;
};

export type HintSettings = {
  readonly rules: readonly HintRule[];
  /** Of people who took part: beside a word of fault their role is better. */
  readonly names: readonly string[];
  /** Keys of dismissed hints. */
  readonly dismissed: readonly string[];
};

export type SettableHints = HintSource & {
  readonly set: (settings: Partial<HintSettings>) => void;
};

/** @param keep keeps that somebody dismissed one, by its key */
export function createHintSource(keep: (key: string) => void): SettableHints {
  const listeners = new Set<() => void>();
  let settings: HintSettings = { rules: HINT_RULES, names: [], dismissed: [] };
  let finder = hintFinder();
  let dismissed = new Set<string>();
  let version = 0;
  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  return {
    find: (text) => {
      const found = finder(text);
      if (found.length === 0 || dismissed.size === 0) return found;
      return found.filter((hint) => !dismissed.has(hintKey(text, hint)));
    },
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dismiss: (text, hint) => {
      const key = hintKey(text, hint);
      dismissed.add(key);
      keep(key);
      tell();
    },
    set: (changed) => {
      const before = settings;
      settings = { ...settings, ...changed };
      const isSame = (Object.keys(settings) as (keyof HintSettings)[]).every(
        (key) => JSON.stringify(settings[key]) === JSON.stringify(before[key]),
      );
      if (isSame) return;
      finder = hintFinder(settings.rules, settings.names.flatMap(spoken));
      if (changed.dismissed !== undefined) dismissed = new Set(changed.dismissed);
      tell();
    },
  };
}

/** A person is called by the whole name, and by the first. */
const spoken = (name: string): readonly string[] => {
  const [first = ''] = name.trim().split(/\s+/);
  return first.length < 3 || first === name ? [name] : [name, first];
};
