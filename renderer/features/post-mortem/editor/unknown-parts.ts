import { Extension, Mark, Node } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';

/**
 * What a newer Quarterdeck put into the document. It is shown as one line; in the shared document it
 * stays what it was as long as nobody removes it.
 */
export const UnknownPart = Node.create({
  name: 'unknownPart',
  group: 'block',
  atom: true,
  selectable: false,
  renderHTML: () => [
    'p',
    { 'data-part': 'unknown' },
    'Update Quarterdeck to see this part. It is kept as it is.',
  ],
});

/** Looks that a newer Quarterdeck gave to words. The words are shown without them. */
export const UnknownMark = Mark.create({
  name: 'unknownMark',
  excludes: '',
  renderHTML: () => ['span', 0],
});

/**
 * The binding between the editor and the shared document deletes, for everybody, what the schema does
 * not take: parts of a newer version, and what two people did at once that does not fit together. So
 * the schema takes all of it: what is missing is filled in, and what cannot be is shown by its words.
 */
export function takeEverything(schema: Schema): void {
  const strictNode = schema.node.bind(schema);
  const strictMark = schema.mark.bind(schema);
  schema.node = (type, attrs, content, marks) => {
    try {
      return strictNode(type, attrs, content, marks);
    } catch {
      const known = typeof type === 'string' ? schema.nodes[type] : type;
      if (known === undefined) return strictNode(UnknownPart.name);
      const inside = Fragment.from(content);
      return known.createAndFill(attrs, inside, marks) ?? wordsOf(schema, inside);
    }
  };
  schema.mark = (type, attrs) => {
    const isKnown = typeof type !== 'string' || schema.marks[type] !== undefined;
    return isKnown ? strictMark(type, attrs) : strictMark(UnknownMark.name);
  };
}

function wordsOf(schema: Schema, inside: Fragment): ProseMirrorNode {
  const words = inside.textBetween(0, inside.size, ' ', ' ').trim();
  return schema.node('paragraph', null, words === '' ? [] : [schema.text(words)]);
}

/** Before anything of the shared document is read. */
export const TakeEverything = Extension.create({
  name: 'takeEverything',
  // Its plugins are asked for before those that bind the document.
  priority: 10_000,
  addProseMirrorPlugins() {
    takeEverything(this.editor.schema);
    return [];
  },
});
