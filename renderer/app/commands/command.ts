import type { State, Store } from '../../state/state.ts';

/** What a command works on. */
export type CommandContext = {
  readonly store: Store;
  /** Where on the page it looks for what it puts the focus on. */
  readonly page: ParentNode;
};

/**
 * Something a person can do from anywhere: buttons, menus, keys, the palette and the list of keys all
 * read this. What can be undone is performed as a deed, which keeps the way back.
 */
export type Command = {
  readonly name: string;
  readonly label: string;
  /** The first one is shown. `Mod` is ⌘ or Ctrl. Some have none: the palette finds them. */
  readonly keys: readonly string[];
  readonly enabled: (state: State) => boolean;
  readonly run: (context: CommandContext) => void;
};
