import type { State, Store } from '../../state/state.ts';

/** What a command works on. */
export type CommandContext = {
  readonly store: Store;
  /** Where on the page it looks for what it puts the focus on. */
  readonly page: ParentNode;
};

/** Something a person can do from anywhere: buttons, keys and the list of keys all read this. */
export type Command = {
  readonly name: string;
  readonly label: string;
  /** The first one is shown. `Mod` is ⌘ or Ctrl. */
  readonly keys: readonly [string, ...string[]];
  readonly enabled: (state: State) => boolean;
  readonly run: (context: CommandContext) => void;
};
