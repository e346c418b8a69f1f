import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from './document-parts.ts';
import { postMortemSchema } from './schema.ts';
import { skeletonUpdate } from './skeleton.ts';
import { BUILT_IN_TEMPLATES, FULL_TEMPLATE, SHORT_TEMPLATE, templateDocument } from './template.ts';

function documentOf(...updates: readonly Uint8Array[]) {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(TEXT_FRAGMENT));
}

describe('what a post-mortem begins as', () => {
  test('each template makes a document that the editor takes as it is', () => {
    for (const template of BUILT_IN_TEMPLATES) {
      const made = documentOf(skeletonUpdate(template));
      const node = postMortemSchema().nodeFromJSON(made);
      node.check();
      expect(node.toJSON()).toEqual(
        postMortemSchema().nodeFromJSON(templateDocument(template)).toJSON(),
      );
    }
  });

  test('two desktops that begin it offline have one document', () => {
    const [ana, ben] = [skeletonUpdate(FULL_TEMPLATE), skeletonUpdate(FULL_TEMPLATE)];
    expect(ben).toEqual(ana);
    expect(documentOf(ana, ben)).toEqual(documentOf(ana));
  });

  test('another template, or another wording, is never taken for it', () => {
    const [first, ...others] = SHORT_TEMPLATE.sections;
    const reworded = {
      ...SHORT_TEMPLATE,
      sections: [{ ...first, heading: 'In short' }, ...others],
    };
    const both = documentOf(skeletonUpdate(SHORT_TEMPLATE), skeletonUpdate(reworded));
    expect(both.content).toHaveLength(2 * (templateDocument(SHORT_TEMPLATE).content ?? []).length);
  });
});
