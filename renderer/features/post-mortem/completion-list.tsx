import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { ICON } from '../../ui/icon.ts';
import { PersonDisc } from '../../ui/person.tsx';
import styles from './completion-list.module.css';
import type { CompletionMenu, CompletionStore } from './editor/completing.ts';

export type CompletionListProps = { readonly store: CompletionStore; readonly editor: Editor };

/** How what is typed can go on, under the caret. The focus stays in the text. */
export function CompletionList({ store, editor }: CompletionListProps) {
  const menu = useStore(store, (state) => state.menu);
  return menu === null ? null : <List menu={menu} editor={editor} />;
}

/** Of a row, and of the list without any: where there is less room below, it stands above. */
const ROW = 30;
const FRAME = 14;

function List({ menu, editor }: { readonly menu: CompletionMenu; readonly editor: Editor }) {
  const list = useId();
  const place = useRef<HTMLDivElement>(null);
  const { items, at, label, choose } = menu;
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-activedescendant', `${list}-${at}`);
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, list, at]);
  useEffect(() => {
    const element = place.current;
    const caret = menu.place;
    if (element === null || caret === null) return;
    const isAbove = caret.bottom + menu.items.length * ROW + FRAME > window.innerHeight;
    element.style.left = `${Math.min(caret.left, window.innerWidth - 260)}px`;
    element.style.top = isAbove ? '' : `${caret.bottom + 4}px`;
    element.style.bottom = isAbove ? `${window.innerHeight - caret.top + 4}px` : '';
  }, [menu]);
  return (
    <div ref={place} id={list} role="listbox" aria-label={label} className={styles.list}>
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's
        <div
          key={item.key}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.item}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(item)}
        >
          {item.icon === null ? <PersonDisc name={item.label} /> : <item.icon {...ICON} />}
          <bdi>{item.label}</bdi>
        </div>
      ))}
    </div>
  );
}
