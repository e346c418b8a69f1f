import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import type { After } from '../../state/ports.ts';
import { Button } from '../../ui/button.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import type { PlacedHint } from './editor/hint-blocks.ts';
import { shownHint } from './editor/hints.ts';
import styles from './hint-card.module.css';

/** How long the pointer may take from the phrase to its card, in ms. */
const ON_THE_WAY = 250;

/** A better question, under the phrase that it is about. The focus stays in the text. */
export function HintCard({ editor }: { readonly editor: Editor }) {
  const shown = useEditorState({ editor, selector: ({ editor: { state } }) => shownHint(state) });
  return (
    <>
      <span role="status" className={styles.said}>
        {shown === null ? '' : `Hint: ${shown.hint.offer}`}
      </span>
      {shown !== null && <Card key={shown.from} editor={editor} shown={shown} />}
    </>
  );
}

type CardProps = { readonly editor: Editor; readonly shown: PlacedHint };

function Card({ editor, shown }: CardProps) {
  const { after, hasCommandKey } = useDesktop();
  const card = useRef<HTMLDivElement>(null);
  const { from, to, hint } = shown;
  useLayoutEffect(() => {
    const put = () => placeUnder(editor, from, card.current);
    put();
    window.addEventListener('resize', put);
    return () => window.removeEventListener('resize', put);
  }, [editor, from]);
  useEffect(() => leaving(editor, { from, to, after, card }), [editor, from, to, after]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div ref={card} role="group" aria-label="Hint" className={styles.card}>
      <p className={styles.offer}>{hint.offer}</p>
      <Button
        look="quiet"
        hint={keyLabel('Mod+.', hasCommandKey)}
        onPress={() => void editor.chain().focus().dismissHint().run()}
      >
        Dismiss
      </Button>
    </div>
  );
}

/** It scrolls with the text: its place is that of the phrase in the paper. */
function placeUnder(editor: Editor, from: number, card: HTMLElement | null): void {
  const paper = card?.offsetParent;
  if (card === null || !(paper instanceof HTMLElement)) return;
  const phrase = editor.view.coordsAtPos(from);
  const box = paper.getBoundingClientRect();
  const left = Math.min(phrase.left - box.left, paper.clientWidth - card.offsetWidth - 12);
  card.style.left = `${Math.max(12, left)}px`;
  card.style.top = `${phrase.bottom - box.top + paper.scrollTop + 6}px`;
}

type Leaving = {
  readonly from: number;
  readonly to: number;
  readonly after: After;
  readonly card: { readonly current: HTMLElement | null };
};

/** Whoever pointed at it leaves by pointing elsewhere, whoever went there by a key leaves by Escape. */
function leaving(editor: Editor, { from, to, after, card }: Leaving): () => void {
  let isAway = false;
  let isOpen = true;
  const hide = () => editor.commands.showHint(null);
  const moved = ({ target }: MouseEvent) => {
    const { selection } = editor.state;
    if (from <= selection.from && selection.to <= to) return;
    const isNear =
      target instanceof Element && (target.closest('.hint') || card.current?.contains(target));
    if (isNear) isAway = false;
    if (isNear || isAway) return;
    isAway = true;
    after(ON_THE_WAY, () => void (isOpen && isAway && hide()));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    editor.chain().showHint(null).focus().run();
  };
  document.addEventListener('mouseover', moved);
  window.addEventListener('keydown', pressed, { capture: true });
  return () => {
    isOpen = false;
    document.removeEventListener('mouseover', moved);
    window.removeEventListener('keydown', pressed, { capture: true });
  };
}
