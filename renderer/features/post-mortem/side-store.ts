import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Evidence } from './editor/nodes.ts';

export type SideTab = 'evidence' | 'comments' | 'ready' | 'before';

/** What stands beside the text. */
export type SideState = {
  readonly tab: SideTab;
  /** The entry that somebody pressed in the text. */
  readonly sought: Evidence | null;
  /** The comment that is meant. */
  readonly comment: string | null;
  /** A comment on what is selected is being written. */
  readonly isCommenting: boolean;
  readonly show: (tab: SideTab) => void;
  readonly showEntry: (entry: Evidence) => void;
  readonly showComment: (id: string) => void;
  readonly beginComment: () => void;
  readonly endComment: () => void;
};

export type SideStore = StoreApi<SideState>;

export const createSideStore = (): SideStore =>
  createStore<SideState>((set) => ({
    tab: 'evidence',
    sought: null,
    comment: null,
    isCommenting: false,
    show: (tab) => set({ tab, sought: null, isCommenting: false }),
    showEntry: (sought) => set({ tab: 'evidence', sought, isCommenting: false }),
    showComment: (comment) => set({ tab: 'comments', comment, isCommenting: false }),
    beginComment: () => set({ tab: 'comments', isCommenting: true, comment: null }),
    endComment: () => set({ isCommenting: false }),
  }));
