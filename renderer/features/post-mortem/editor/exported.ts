import type { Editor, JSONContent } from '@tiptap/core';
import { DOMSerializer, Node } from '@tiptap/pm/model';
import type { LiveSource } from './live-block.ts';
import { type PictureOf, showPictures } from './picture.ts';

/** What is written for those who write, and for nobody else. */
const KEPT_BACK: ReadonlySet<string> = new Set(['prompt', 'privateNote']);

/**
 * The document as it leaves: live blocks as what they show now, without prompts, private notes and
 * comments.
 */
export function exported(content: readonly JSONContent[], source: LiveSource): JSONContent[] {
  return content.flatMap((node): JSONContent[] => {
    const type = node.type ?? '';
    if (KEPT_BACK.has(type)) return [];
    if (type === 'liveBlock') return exported(shownBy(node, source), source);
    const marks = node.marks?.filter((mark) => mark.type !== 'comment');
    return [
      {
        ...node,
        ...(marks === undefined ? {} : { marks }),
        ...(node.content === undefined ? {} : { content: exported(node.content, source) }),
      },
    ];
  });
}

function shownBy({ attrs }: JSONContent, source: LiveSource): readonly JSONContent[] {
  if (Array.isArray(attrs?.frozen)) return attrs.frozen as JSONContent[];
  return source.content(String(attrs?.kind), attrs?.options) ?? [];
}

/** The document as other programs take it from the clipboard. */
export async function asRichText(
  { schema, state }: Editor,
  source: LiveSource,
  pictureOf: PictureOf,
) {
  const content = exported(state.doc.toJSON().content ?? [], source);
  const doc = Node.fromJSON(schema, { type: 'doc', content });
  const place = document.createElement('div');
  place.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  await showPictures(place, pictureOf);
  const text = doc.textBetween(0, doc.content.size, '\n\n', (leaf) =>
    String(leaf.attrs.text ?? ''),
  );
  return { html: place.innerHTML, text };
}
