import type { JSONContent } from '@tiptap/core';

/** A piece of a document as ProseMirror writes it in JSON. */
export type Content = JSONContent;

/** A whole document in JSON. */
export type DocumentContent = Content & { readonly content: readonly Content[] };

export const text = (value: string, ...marks: readonly Content[]): Content => ({
  type: 'text',
  text: value,
  ...(marks.length === 0 ? {} : { marks: marks as NonNullable<Content['marks']> }),
});

export const paragraph = (...content: readonly Content[]): Content =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: [...content] };

/** A paragraph of plain text; an empty one where there is none. */
export const line = (value: string): Content =>
  value === '' ? paragraph() : paragraph(text(value));

export const heading = (level: 1 | 2 | 3, value: string): Content => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
});

export const bulletList = (items: readonly (readonly Content[])[]): Content => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content: [...content] })),
});

export const table = (rows: readonly (readonly Content[])[], hasHead = true): Content => ({
  type: 'table',
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: hasHead && row === 0 ? 'tableHeader' : 'tableCell',
      content: [cell],
    })),
  })),
});
