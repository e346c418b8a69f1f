import { type Editor, Extension, mergeAttributes, type Range } from '@tiptap/core';
import Mention from '@tiptap/extension-mention';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion, { type SuggestionOptions, type SuggestionProps } from '@tiptap/suggestion';
import type { LucideIcon } from 'lucide-react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PersonViewT } from '#shared/contract/views.ts';
import { foldWord } from '#shared/domain/search-words.ts';
import { kindsFor, runKind } from './blocks.ts';

/** One way in which what is typed can go on. */
export type Completion = {
  readonly key: string;
  readonly label: string;
  /** Null: a person, drawn by their initials. */
  readonly icon: LucideIcon | null;
  readonly run: (editor: Editor, range: Range) => void;
};

/** The list under the caret; null while there is none. */
export type CompletionMenu = {
  readonly label: string;
  readonly items: readonly Completion[];
  readonly at: number;
  /** Where the caret is, in the window. */
  readonly place: DOMRect | null;
  readonly choose: (item: Completion) => void;
};

export type CompletionStore = StoreApi<{ readonly menu: CompletionMenu | null }>;

export const createCompletions = (): CompletionStore => createStore(() => ({ menu: null }));

const SHOWN_MAX = 12;

type Given = {
  readonly label: string;
  readonly char: string;
  readonly items: (typed: string) => readonly Completion[];
};

/** A list that opens behind a sign. The keyboard stays in the text: arrows, Enter, Tab, Escape. */
function completing(store: CompletionStore, { label, char, items }: Given) {
  const show = (props: SuggestionProps<Completion, Completion>) => {
    const { menu } = store.getState();
    const at = Math.min(menu?.at ?? 0, Math.max(0, props.items.length - 1));
    store.setState({
      menu:
        props.items.length === 0
          ? null
          : {
              label,
              items: props.items,
              at,
              place: props.clientRect?.() ?? null,
              choose: (item) => props.command(item),
            },
    });
  };
  const pressed = (key: string): boolean => {
    const { menu } = store.getState();
    if (menu === null) return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
    if (step !== null) {
      const at = (menu.at + step + menu.items.length) % menu.items.length;
      store.setState({ menu: { ...menu, at } });
      return true;
    }
    const item = menu.items[menu.at];
    if ((key !== 'Enter' && key !== 'Tab') || item === undefined) return false;
    menu.choose(item);
    return true;
  };
  return {
    char,
    pluginKey: new PluginKey(`completing ${char}`),
    items: ({ query }) => items(query).slice(0, SHOWN_MAX),
    command: ({ editor, range, props }) => props.run(editor, range),
    allow: ({ editor }) => !editor.isActive('codeBlock'),
    render: () => ({
      onStart: show,
      onUpdate: show,
      onKeyDown: ({ event }) => pressed(event.key),
      onExit: () => store.setState({ menu: null }),
    }),
  } satisfies Omit<SuggestionOptions<Completion, Completion>, 'editor'>;
}

/** `/` offers what can be put in. */
export const slashCommands = (store: CompletionStore) =>
  Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      const items = (typed: string) =>
        kindsFor(typed).map((kind) => ({
          key: kind.name,
          label: kind.label,
          icon: kind.icon,
          run: (editor: Editor, range: Range) => runKind(editor, range, kind),
        }));
      const options = completing(store, { label: 'Insert', char: '/', items });
      return [Suggestion({ editor: this.editor, ...options })];
    },
  });

/** `@` offers the people of the incident. A mention keeps the name for where the person is not known. */
export const mentions = (store: CompletionStore, people: () => readonly PersonViewT[]) => {
  const said = ({ node }: { readonly node: { readonly attrs: object } }) =>
    `@${mentionName(node.attrs as MentionAttributes, people())}`;
  return Mention.extend({
    addProseMirrorPlugins() {
      const items = (typed: string) => named(people(), typed).map(personCompletion);
      const options = completing(store, { label: 'People', char: '@', items });
      return [Suggestion({ editor: this.editor, ...options })];
    },
  }).configure({
    renderHTML: (props) => ['span', mergeAttributes({ 'data-mention': '' }), said(props)],
    renderText: said,
  });
};

type MentionAttributes = { readonly id: string | null; readonly label: string | null };

const mentionName = ({ id, label }: MentionAttributes, people: readonly PersonViewT[]) =>
  people.find(({ ref }) => ref === id)?.name ?? label ?? id ?? 'somebody';

function named(people: readonly PersonViewT[], typed: string): readonly PersonViewT[] {
  const sought = foldWord(typed);
  return people.filter(({ name }) =>
    [name, ...name.split(/\s+/)].some((word) => foldWord(word).startsWith(sought)),
  );
}

const personCompletion = ({ ref, name }: PersonViewT): Completion => ({
  key: ref,
  label: name,
  icon: null,
  run: (editor, range) => {
    const mention = { type: 'mention', attrs: { id: ref, label: name } };
    editor
      .chain()
      .focus()
      .insertContentAt(range, [mention, { type: 'text', text: ' ' }])
      .run();
  },
});
