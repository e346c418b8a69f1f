import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { emptySections } from '#shared/post-mortem/readiness.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { Followed, PostMortemState } from '../../state/post-mortem/follow.ts';
import type { SharedText } from '../../state/post-mortem/shared-text.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { readersZone } from '../time/zone.ts';
import { CompletionList } from './completion-list.tsx';
import { DebriefSheet } from './debrief.tsx';
import documentStyles from './document.module.css';
import { createCompletions } from './editor/completing.ts';
import { dropEvidence } from './editor/evidence-drag.ts';
import { editorExtensions } from './editor/extensions.ts';
import type { HintSource } from './editor/hint-source.ts';
import type { LiveSource } from './editor/live-block.ts';
import { createLiveSource } from './editor/live-source.ts';
import { ExportMenu } from './export-menu.tsx';
import { FindBar } from './find-bar.tsx';
import { HintCard } from './hint-card.tsx';
import { LinkField } from './link-field.tsx';
import { goToHeading, headingsOf, Outline } from './outline.tsx';
import { PostMortemHeader } from './post-mortem-header.tsx';
import { ReadinessButton } from './readiness.tsx';
import { SidePanel } from './side-panel.tsx';
import { createSideStore, type SideStore } from './side-store.ts';
import { Toolbar } from './toolbar.tsx';
import { useHints } from './use-hints.ts';
import { usePictures } from './use-pictures.ts';
import { type Bar, useWritingKeys } from './use-writing-keys.ts';
import styles from './writing-desk.module.css';

export type WritingDeskProps = {
  readonly incident: IncidentViewT;
  readonly followed: Followed;
  readonly view: NonNullable<PostMortemState['view']>;
  readonly text: SharedText;
};

/** The text in the middle, its outline on the left, what it rests on to the right. */
export function WritingDesk({ incident, followed, view, text }: WritingDeskProps) {
  const [side] = useState(createSideStore);
  const [completions] = useState(createCompletions);
  const [bar, setBar] = useState<Bar>(null);
  const [isMeeting, setMeeting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const source = useLiveSource(followed);
  const pictures = usePictures(incident.id, setProblem);
  const hints = useHints(incident, text.doc);
  const parts = { incident, text, side, source, hints, completions, pictures };
  const editor = usePostMortemEditor(parts);
  const comment = () => side.getState().beginComment();
  useWritingKeys(editor, { setBar, onComment: comment });
  if (editor === null) return null;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <PostMortemHeader
          incident={incident}
          view={view}
          followed={followed}
          onDebrief={() => setMeeting(true)}
        >
          <ReadinessButton items={view.readiness} onPress={() => side.getState().show('ready')} />
          <ExportMenu
            incident={incident.id}
            onLeave={text.flush}
            editor={editor}
            source={source}
            pictureOf={pictures.pictureOf}
          />
        </PostMortemHeader>
      </div>
      <nav className={styles.outline} aria-label="Outline">
        <Outline editor={editor} />
      </nav>
      <div className={styles.middle}>
        <div className={styles.tools}>
          <Toolbar
            editor={editor}
            onFind={() => setBar('find')}
            onLink={() => setBar('link')}
            onComment={comment}
          />
          {bar === 'find' && <FindBar editor={editor} onClose={() => setBar(null)} />}
          {bar === 'link' && <LinkField editor={editor} onClose={() => setBar(null)} />}
          {problem !== null && <Notice problem={problem} />}
        </div>
        <div className={styles.paper}>
          <EditorContent editor={editor} className={styles.sheet} />
          <HintCard editor={editor} />
        </div>
        <CompletionList store={completions} editor={editor} />
      </div>
      <aside className={styles.side} aria-label="Beside the text">
        <SidePanel
          incident={incident}
          editor={editor}
          doc={text.doc}
          side={side}
          view={view}
          onReady={(line) => (line === 'date' ? setMeeting(true) : goToReady(editor, line))}
        />
      </aside>
      {isMeeting && (
        <DebriefSheet
          incident={incident}
          view={view}
          onChanged={followed.heardIncident}
          onClose={() => setMeeting(false)}
        />
      )}
    </div>
  );
}

/** To where a line of the readiness is done, in the header or in the text. */
function goToReady(editor: Editor, line: string): void {
  if (line === 'owner') {
    document.querySelector<HTMLElement>('[data-ready="owner"] button')?.focus();
    return;
  }
  const [empty] = emptySections(editor.getJSON());
  if (line !== 'sections' || empty === undefined) return;
  goToHeading(
    editor,
    headingsOf(editor.state.doc).findIndex(({ text }) => text === empty),
  );
}

/** From so many on, laying out all of them is what a key costs most. */
const BLOCKS_OF_A_BOOK = 400;

type Parts = Pick<WritingDeskProps, 'incident' | 'text'> & {
  readonly side: SideStore;
  readonly source: LiveSource;
  readonly hints: HintSource;
  readonly completions: ReturnType<typeof createCompletions>;
  readonly pictures: ReturnType<typeof usePictures>;
};

/** What live blocks show, as the log has it. */
function useLiveSource({ store }: Followed): LiveSource {
  const { clock } = useDesktop();
  const [source] = useState(() => createLiveSource(clock.now, readersZone()));
  const evidence = useStore(store, (state) => state.evidence);
  useEffect(() => source.set(evidence), [source, evidence]);
  return source;
}

function usePostMortemEditor(parts: Parts) {
  const { incident, text, side, source, hints, completions, pictures } = parts;
  const { after, store } = useDesktop();
  const made = useRef<Editor | null>(null);
  const extensions = useMemo(
    () =>
      editorExtensions({
        doc: text.doc,
        source,
        hints,
        completions,
        people: () => store.getState().incident?.people ?? [],
        after,
        onEvidence: (entry) => side.getState().showEntry(entry),
        onComment: (id) => side.getState().showComment(id),
        pictureOf: pictures.pictureOf,
        onFiles: (files, pos) => void pictures.take(files, pos, () => made.current),
      }),
    [text, source, hints, completions, store, after, side, pictures],
  );
  const editor = useEditor(
    {
      extensions,
      // Until the shared document takes its place. As a text it would be read as HTML, which the
      // content security policy forbids.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      injectCSS: false,
      // A newer Quarterdeck's parts stay in the document; nothing of it is thrown away here.
      enableContentCheck: false,
      editorProps: {
        attributes: ({ doc }) => ({
          class: documentStyles.document ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': `Post-mortem of ${incident.name}`,
          spellcheck: 'true',
          ...(doc.childCount > BLOCKS_OF_A_BOOK ? { 'data-long': '' } : {}),
        }),
        handleDrop: dropEvidence,
      },
    },
    [text],
  );
  made.current = editor;
  return editor;
}
