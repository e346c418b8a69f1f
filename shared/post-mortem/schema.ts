import { type AnyExtension, getSchema } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Mention } from '@tiptap/extension-mention';
import { TableKit } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { Comment, Evidence, LiveBlock, PrivateNote, Prompt } from './nodes.ts';

/** Addresses that a link may have. */
const LINK_PROTOCOLS = ['https', 'http', 'mailto'];

const every: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    // Yjs undoes what this person did, and leaves what others did.
    undoRedo: false,
    underline: false,
    // It would write a paragraph into the document of whoever only reads it.
    trailingNode: false,
    link: { openOnClick: false, autolink: true, protocols: LINK_PROTOCOLS },
  }),
  TaskList,
  TaskItem.configure({ nested: true }),
  TableKit.configure({ table: { resizable: false } }),
  // `src` is `file:ID` for an image that this desktop keeps.
  Image.configure({ inline: false, allowBase64: false }),
  Mention,
  LiveBlock,
  PrivateNote,
  Prompt,
  Evidence,
  Comment,
];

/**
 * What a post-mortem's text is made of: extensions without views.
 * @param instead extensions with views, each in the place of the one of its name
 */
export function postMortemExtensions(instead: readonly AnyExtension[] = []): AnyExtension[] {
  const kept = every.filter(({ name }) => !instead.some((other) => other.name === name));
  return [...kept, ...instead];
}

let schema: Schema | null = null;

/** The schema of a post-mortem's text. */
export function postMortemSchema(): Schema {
  schema ??= getSchema(postMortemExtensions());
  return schema;
}
