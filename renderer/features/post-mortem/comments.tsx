import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { useStore } from 'zustand';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import {
  addComment,
  type Comment,
  changeComment,
  removeComment,
} from '../../state/post-mortem/comments.ts';
import { Button } from '../../ui/button.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { TextField } from '../../ui/text-field.tsx';
import { localTime } from '../time/moment.tsx';
import { commentPlaces, commentsIn, unmark } from './comment-list.ts';
import styles from './comments.module.css';
import type { SideStore } from './side-store.ts';

export type CommentsProps = {
  readonly editor: Editor;
  readonly doc: Doc;
  readonly side: SideStore;
};

/** Side notes on words of the text. */
export function Comments({ editor, doc, side }: CommentsProps) {
  const { hasCommandKey } = useDesktop();
  const { subscribe, now } = commentsIn(doc);
  const comments = useSyncExternalStore(subscribe, now);
  const isCommenting = useStore(side, (state) => state.isCommenting);
  const [showsResolved, setShowsResolved] = useState(false);
  const resolved = comments.filter((comment) => comment.resolved).length;
  const shown = comments.filter((comment) => showsResolved || !comment.resolved);
  return (
    <div className={styles.comments}>
      {isCommenting && <NewComment editor={editor} doc={doc} side={side} />}
      {shown.length === 0 && !isCommenting && (
        <p className={styles.nothing}>
          Select words, then press {keyLabel('Mod+Alt+M', hasCommandKey)} to comment on them.
          Comments are not exported.
        </p>
      )}
      <ul className={styles.list} aria-label="Comments">
        {shown.map((comment) => (
          <OneComment key={comment.id} comment={comment} editor={editor} doc={doc} side={side} />
        ))}
      </ul>
      {resolved > 0 && (
        <Button look="quiet" onPress={() => setShowsResolved(!showsResolved)}>
          {showsResolved ? 'Hide resolved' : `Show ${resolved} resolved`}
        </Button>
      )}
    </div>
  );
}

function NewComment({ editor, doc, side }: CommentsProps) {
  const { newId, clock } = useDesktop();
  const me = useDesk((state) => state.settings?.me ?? null);
  const [text, setText] = useState('');
  const { from, to } = editor.state.selection;
  const leave = () => {
    side.getState().endComment();
    editor.commands.focus();
  };
  const save = () => {
    if (text.trim() === '' || from === to) return;
    const id = newId();
    editor.chain().setTextSelection({ from, to }).setMark('comment', { id }).run();
    const by = { by: me?.ref ?? '', name: me?.name ?? '' };
    addComment(doc, { id, text: text.trim(), ...by, at: clock.now(), resolved: false });
    leave();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.comment}>
      <Quoted>{editor.state.doc.textBetween(from, to, ' ')}</Quoted>
      <TextField
        label="Comment"
        isLabelHidden
        isMultiline
        autoFocus
        placeholder="What about it?"
        value={text}
        problem={null}
        onChange={setText}
        onKeyDown={pressed}
      />
      <div className={styles.deeds}>
        <Button look="primary" hint="⏎" onPress={save}>
          Comment
        </Button>
        <Button look="quiet" onPress={leave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

type OneCommentProps = CommentsProps & { readonly comment: Comment };

function OneComment({ comment, editor, doc, side }: OneCommentProps) {
  const { id, text, name, at, resolved } = comment;
  const isMeant = useStore(side, (state) => state.comment === id);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isMeant]);
  const place = commentPlaces(editor.state.doc).get(id);
  const words =
    place === undefined ? null : editor.state.doc.textBetween(place.from, place.to, ' ');
  const go = () => {
    if (place === undefined) return;
    editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  };
  const remove = () => {
    unmark(editor, id);
    removeComment(doc, id);
  };
  return (
    <li ref={element} className={styles.comment} data-meant={isMeant} data-resolved={resolved}>
      <p className={styles.by}>
        <bdi>{name || 'Somebody'}</bdi> <time>{localTime(at)}</time>
      </p>
      {words === null ? (
        <Quoted>The words it was about are gone.</Quoted>
      ) : (
        <button type="button" className={styles.go} onClick={go} title="Go to the words">
          <Quoted>{words}</Quoted>
        </button>
      )}
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      <div className={styles.deeds}>
        <Button look="quiet" onPress={() => changeComment(doc, id, { resolved: !resolved })}>
          {resolved ? 'Open again' : 'Resolve'}
        </Button>
        {resolved && (
          <Button look="quiet" onPress={remove}>
            Remove
          </Button>
        )}
      </div>
    </li>
  );
}

const Quoted = ({ children }: { readonly children: string }) => (
  <span className={styles.quoted}>
    <bdi>{children}</bdi>
  </span>
);
