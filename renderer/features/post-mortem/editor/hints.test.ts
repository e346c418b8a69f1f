import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, it } from 'vitest';
import { postMortemSchema } from '#shared/post-mortem/schema.ts';
import { createHintSource } from './hint-source.ts';
import { dismissHint, goToHint, hintCount, hintsPlugin, shownHint } from './hints.ts';

const schema = postMortemSchema();
const paragraph = (text: string) =>
  schema.nodes.paragraph?.create(null, schema.text(text)) ?? expect.fail('a text has paragraphs');

/** A page that shows the lines, read from time to time by a clock that is turned by hand. */
function opened(...lines: string[]) {
  const tasks: (() => void)[] = [];
  const kept: string[] = [];
  const read: string[] = [];
  const source = createHintSource((key) => kept.push(key));
  const spied = {
    ...source,
    find: (text: string) => {
      read.push(text);
      return source.find(text);
    },
  };
  const plugin = hintsPlugin({ source: spied, after: (_ms, task) => tasks.push(task) });
  let state = EditorState.create({
    doc: schema.node('doc', null, lines.map(paragraph)),
    plugins: [plugin],
  });
  const dispatch = (tr: Transaction) => {
    const before = state;
    state = state.apply(tr);
    page?.update?.(view, before);
  };
  const view = {
    get state() {
      return state;
    },
    dispatch,
  } as unknown as EditorView;
  const page = plugin.spec.view?.(view);
  const doing = (run: (state: EditorState, tr: Transaction) => boolean) => {
    const { tr } = state;
    const isDone = run(state, tr);
    if (isDone) dispatch(tr);
    return isDone;
  };
  return {
    kept,
    read,
    source,
    state: () => state,
    dispatch,
    go: (step: 1 | -1) => doing((now, tr) => goToHint(now, tr, step)),
    dismiss: () => doing((now, tr) => dismissHint(now, tr, spied)),
    rest: () => {
      for (let next = tasks.shift(); next !== undefined; next = tasks.shift()) next();
    },
    shown: () => shownHint(state)?.hint.said ?? null,
  };
}

it('hints once nobody types, and reads again only the line that changed', () => {
  const page = opened('We should have known.', 'It was clear.', 'Ben simply left.');
  expect(hintCount(page.state())).toBe(0);
  page.rest();
  expect(hintCount(page.state())).toBe(2);
  page.read.length = 0;
  page.dispatch(page.state().tr.insertText('Obviously, ', 1));
  // The lines below stay under their words meanwhile.
  expect(hintCount(page.state())).toBe(2);
  expect(page.read).toEqual([]);
  page.rest();
  expect(page.read).toEqual(['Obviously, We should have known.']);
  expect(hintCount(page.state())).toBe(3);
});

it('reads a book bit by bit', () => {
  const page = opened(...Array.from({ length: 400 }, () => `${'All went well. '.repeat(30)}just.`));
  page.rest();
  expect(page.read).toHaveLength(400);
  expect(hintCount(page.state())).toBe(400);
});

it('goes from hint to hint, round the end, and shows what to ask', () => {
  const page = opened('We should have known.', 'Simply put.');
  page.rest();
  const seen = [1, 1, 1, -1, -1].map((step) => page.go(step === 1 ? 1 : -1) && page.shown());
  expect(seen).toEqual(['should have', 'Simply', 'should have', 'Simply', 'should have']);
  expect(page.state().doc.textBetween(4, 15)).toBe('should have');
  // Who types on is left alone.
  page.dispatch(page.state().tr.insertText('could'));
  expect(page.shown()).toBeNull();
});

it('asks whoever moves the caret to the phrase, not whoever has written it', () => {
  const page = opened('We should have known.');
  page.rest();
  expect(page.shown()).toBeNull();
  const { tr } = page.state();
  page.dispatch(tr.setSelection(TextSelection.create(tr.doc, 8)));
  expect(page.shown()).toBe('should have');
});

it('leaves a dismissed phrase alone, and keeps that, but not the same words elsewhere', () => {
  const page = opened('We should have known.', 'They should have asked.');
  page.rest();
  page.go(1);
  expect(page.dismiss()).toBe(true);
  page.rest();
  expect(hintCount(page.state())).toBe(1);
  expect(page.kept).toEqual(['we [should have]']);
  page.dispatch(page.state().tr.insertText(' Nobody did.', page.state().doc.child(0).nodeSize - 1));
  page.rest();
  expect(hintCount(page.state())).toBe(1);
  page.go(1);
  expect(page.shown()).toBe('should have');
  expect(page.state().selection.from).toBeGreaterThan(20);
});

it('reads everything again by other rules', () => {
  const page = opened('We should have known.', 'Ana deleted it.');
  page.rest();
  expect(hintCount(page.state())).toBe(1);
  page.source.set({ names: ['Ana Silva'] });
  page.rest();
  expect(hintCount(page.state())).toBe(2);
  page.source.set({ rules: [] });
  page.rest();
  expect(hintCount(page.state())).toBe(0);
});

it('passes over what is not exported, and code', () => {
  const page = opened('fine');
  const note = schema.node('privateNote', null, [paragraph('Ben should have asked.')]);
  const code = schema.node('codeBlock', null, [schema.text('just build')]);
  page.dispatch(page.state().tr.insert(0, [note, code]));
  page.rest();
  expect(hintCount(page.state())).toBe(0);
});
