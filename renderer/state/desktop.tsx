import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { invariant } from '#shared/base/assert.ts';
import type { After, Clipboard, Clock, Drafts, GivenFile, SaveFile } from './ports.ts';
import type { State, Store } from './state.ts';

/** What every screen works with. */
export type Desktop = {
  readonly store: Store;
  readonly clock: Clock;
  readonly after: After;
  readonly newId: () => string;
  readonly drafts: Drafts;
  readonly clipboard: Clipboard;
  readonly saveFile: SaveFile;
  /** What a person chose or dropped, as the state reads it. */
  readonly givenFile: (file: File) => GivenFile;
  /** Whether commands hang on ⌘ here, or on Ctrl. */
  readonly hasCommandKey: boolean;
};

export const DesktopContext = createContext<Desktop | null>(null);

export function useDesktop(): Desktop {
  const desktop = use(DesktopContext);
  invariant(desktop !== null, 'a screen stands inside DesktopContext');
  return desktop;
}

/** A part of the state; the component renders again when that part is another one. */
export function useDesk<T>(select: (state: State) => T): T {
  return useStore(useDesktop().store, select);
}

/** Several parts in one object, compared part by part. */
export function useDeskParts<T extends object>(select: (state: State) => T): T {
  return useStore(useDesktop().store, useShallow(select));
}
