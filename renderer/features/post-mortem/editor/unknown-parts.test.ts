import { getSchema } from '@tiptap/core';
import { Transform } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import { postMortemExtensions } from '#shared/post-mortem/schema.ts';
import { takeEverything, UnknownMark, UnknownPart } from './unknown-parts.ts';

const words = (text: string, marks: object = {}) => {
  const made = new XmlText();
  made.applyDelta([{ insert: text, attributes: marks }]);
  return made;
};

function element(name: string, ...children: (XmlElement | XmlText)[]): XmlElement {
  const made = new XmlElement(name);
  made.push(children);
  return made;
}

function opened(...content: XmlElement[]) {
  const schema = getSchema([...postMortemExtensions(), UnknownPart, UnknownMark]);
  takeEverything(schema);
  const doc = new Doc();
  const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
  fragment.push(content);
  const before = encodeStateAsUpdate(doc);
  const shown = initProseMirrorDoc(fragment, schema).doc;
  // Nothing was deleted, for nobody.
  expect(encodeStateAsUpdate(doc)).toEqual(before);
  return shown;
}

it('keeps a part that only a newer Quarterdeck knows', () => {
  const shown = opened(element('paragraph', words('before')), element('diagram', words('x')));
  expect(shown.child(1).type.name).toBe('unknownPart');
  expect(shown.textContent).toContain('before');
});

it('leaves it as it was when something beside it is written', () => {
  const schema = getSchema([...postMortemExtensions(), UnknownPart, UnknownMark]);
  takeEverything(schema);
  const doc = new Doc();
  const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
  fragment.push([element('diagram', words('x')), element('paragraph', words('before'))]);
  const { doc: shown, meta } = initProseMirrorDoc(fragment, schema);
  const written = new Transform(shown).insert(
    shown.content.size - 1,
    schema.text(' and after'),
  ).doc;
  updateYFragment(doc, fragment, written, meta);
  expect(fragment.toString()).toBe('<diagram>x</diagram><paragraph>before and after</paragraph>');
});

it('keeps words whose looks only a newer Quarterdeck knows', () => {
  const shown = opened(element('paragraph', words('glowing', { glow: { strength: 3 } })));
  expect(shown.textContent).toBe('glowing');
});

it('keeps what two people did at once, where it does not fit together', () => {
  const shown = opened(
    // One took the first line of an item away, another wrote a list below it.
    element(
      'bulletList',
      element(
        'listItem',
        element('bulletList', element('listItem', element('paragraph', words('deep')))),
      ),
    ),
    // One turned a quote into a heading, another split it.
    element('heading', element('paragraph', words('said'))),
    element('table', element('paragraph', words('no row'))),
    element('orderedList'),
  );
  for (const kept of ['deep', 'said', 'no row']) expect(shown.textContent).toContain(kept);
  expect(() => shown.check()).not.toThrow();
});
