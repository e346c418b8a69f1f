import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { useStore } from 'zustand';
import type { IncidentViewT } from '#shared/contract/views.ts';
import type { PostMortemState } from '../../state/post-mortem/follow.ts';
import { Segments } from '../../ui/segments.tsx';
import { openComments } from './comment-list.ts';
import { Comments } from './comments.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { LikeBefore } from './like-before.tsx';
import { Readiness } from './readiness.tsx';
import styles from './side-panel.module.css';
import type { SideStore, SideTab } from './side-store.ts';

export type SidePanelProps = {
  readonly incident: IncidentViewT;
  readonly editor: Editor;
  readonly doc: Doc;
  readonly side: SideStore;
  readonly view: NonNullable<PostMortemState['view']>;
  /** Goes to where a line of the readiness is done. */
  readonly onReady: (line: string) => void;
};

/** What stands beside the text: what it rests on, what others say of it, what it still lacks. */
export function SidePanel(props: SidePanelProps) {
  const { incident, editor, doc, side, view, onReady } = props;
  const tab = useStore(side, (state) => state.tab);
  const show = useStore(side, (state) => state.show);
  const { subscribe, count } = openComments(doc);
  const open = useSyncExternalStore(subscribe, count);
  const tabs: readonly { key: SideTab; name: string }[] = [
    { key: 'evidence', name: 'Evidence' },
    { key: 'comments', name: open === 0 ? 'Comments' : `Comments ${open}` },
    ...(view.readiness.length === 0 ? [] : [{ key: 'ready', name: 'Ready' } as const]),
    { key: 'before', name: 'Before' },
  ];
  return (
    <>
      <div className={styles.head}>
        <Segments label="Beside the text" segments={tabs} chosen={tab} onChoose={show} />
      </div>
      {/* Kept while another tab is open, so that the place in the list is. */}
      <div className={styles.body} hidden={tab !== 'evidence'}>
        <EvidencePanel incident={incident.id} editor={editor} side={side} />
      </div>
      {tab === 'comments' && (
        <div className={styles.body}>
          <Comments editor={editor} doc={doc} side={side} />
        </div>
      )}
      {tab === 'ready' && (
        <div className={styles.body}>
          <Readiness incident={incident} items={view.readiness} onGo={onReady} />
        </div>
      )}
      {tab === 'before' && (
        <div className={styles.body}>
          <LikeBefore incident={incident.id} />
        </div>
      )}
    </>
  );
}
