import type { Node } from '@tiptap/pm/model';
import { type Editor, useEditorState } from '@tiptap/react';
import styles from './outline.module.css';

type Heading = { readonly level: number; readonly text: string };

/** The headings in their order, with where each begins. */
export function headingsOf(doc: Node): readonly (Heading & { readonly pos: number })[] {
  const headings: (Heading & { pos: number })[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name !== 'heading') return;
    headings.push({ level: Number(node.attrs.level), text: node.textContent, pos });
  });
  return headings;
}

/** Puts the caret at the end of the heading that stands at this place among all. */
export function goToHeading(editor: Editor, index: number): void {
  const heading = headingsOf(editor.state.doc)[index];
  if (heading === undefined) return;
  const end = heading.pos + 1 + heading.text.length;
  editor.chain().focus(undefined, { scrollIntoView: false }).setTextSelection(end).run();
  const element = editor.view.nodeDOM(heading.pos);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' });
}

/** The document at a glance: press a heading to go there. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const { headings, at } = useEditorState({
    editor,
    // Without positions, which every key press moves: it renders again when a heading is another one.
    selector: ({ editor: { state } }) => {
      const all = headingsOf(state.doc);
      return {
        headings: all.map(({ level, text }) => ({ level, text })),
        at: all.findLastIndex(({ pos }) => pos <= state.selection.head),
      };
    },
  });
  return (
    <ol className={styles.list}>
      {headings.map(({ level, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a heading is told by its place
        <li key={index}>
          <button
            type="button"
            className={styles.heading}
            data-level={level}
            aria-current={index === at ? 'location' : undefined}
            onClick={() => goToHeading(editor, index)}
          >
            <bdi>{text === '' ? 'Untitled' : text}</bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}
