import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Content } from './content.ts';
import { writeMarkdown } from './markdown.ts';
import { readMarkdown } from './read-markdown.ts';
import { postMortemSchema } from './schema.ts';

/** A document as the editor would hold it: attributes filled in, equal neighbours joined. */
function held(document: Content): unknown {
  const node = postMortemSchema().nodeFromJSON(document);
  node.check();
  return node.toJSON();
}

const signs = fc.constantFrom(
  '*',
  '_',
  '#',
  '|',
  '`',
  '[',
  '](',
  '<br>',
  '&',
  '\\',
  '1.',
  '- ',
  '~~',
  '>',
  ' ',
  '  ',
  '!',
  'é',
  '😀',
  '\u00a0',
);
const words = fc
  .array(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').replace(/[\n\r\u2028\u2029\p{Cc}]/gu, ' '))
  .filter((text) => text !== '');

/** Bold space at an end is no bold anywhere else. */
const trimmed = words.map((text) => text.trim()).filter((text) => text !== '');
const marked = fc
  .record({
    text: trimmed,
    types: fc.subarray(['bold', 'italic', 'strike']),
    href: fc.option(
      fc.constantFrom('https://a.test/x?a=1(2)', 'https://b.test', 'mailto:a@b.test'),
    ),
  })
  .map(({ text, types, href }): Content => {
    const link = href === null ? [] : [{ type: 'link', attrs: { href } }];
    const marks = [...link, ...types.map((type) => ({ type }))];
    return { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) };
  });
const leaf: fc.Arbitrary<Content> = fc.oneof(
  { weight: 4, arbitrary: marked },
  { weight: 2, arbitrary: words.map((text): Content => ({ type: 'text', text })) },
  {
    weight: 1,
    arbitrary: words.map((text): Content => ({ type: 'text', text, marks: [{ type: 'code' }] })),
  },
  { weight: 1, arbitrary: fc.constant<Content>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: trimmed.map((label): Content => ({ type: 'mention', attrs: { id: 'U1', label } })),
  },
  {
    weight: 1,
    arbitrary: trimmed.map(
      (text): Content => ({ type: 'evidence', attrs: { entry: 'C1.2', text, at: 5 } }),
    ),
  },
);
const inline = fc.array(leaf, { maxLength: 5 });
const withText = (type: string, attrs?: object) =>
  inline.map(
    (content): Content => ({
      type,
      ...(attrs ? { attrs } : {}),
      ...(content.length ? { content } : {}),
    }),
  );
const paragraph = withText('paragraph');
const image = trimmed.map((alt): Content => ({ type: 'image', attrs: { src: 'file:F1', alt } }));
const code = fc
  .array(fc.constantFrom('a', '```', '> x', '- y', '  indented', '', '|'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => lines.join('\n'))
  .filter((text) => text !== '')
  .map(
    (text): Content => ({
      type: 'codeBlock',
      attrs: { language: 'sql' },
      content: [{ type: 'text', text }],
    }),
  );
const cell = (type: string) =>
  fc.oneof(
    paragraph.map((one): Content => ({ type, content: [one] })),
    fc.tuple(paragraph, image).map((content): Content => ({ type, content })),
  );
const table = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const row = (type: string) =>
    fc
      .array(cell(type), { minLength: columns, maxLength: columns })
      .map((content): Content => ({ type: 'tableRow', content }));
  return fc
    .tuple(row('tableHeader'), fc.array(row('tableCell'), { maxLength: 3 }))
    .map(([head, rows]): Content => ({ type: 'table', content: [head, ...rows] }));
});

const { block } = fc.letrec<{ block: Content; list: Content; quote: Content }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    withText('heading', { level: 2 }),
    image,
    code,
    table,
    fc.constant<Content>({ type: 'horizontalRule' }),
    tie('list'),
    tie('quote'),
  ),
  quote: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map((content): Content => ({ type: 'blockquote', content: content as Content[] })),
  list: fc
    .record({
      kind: fc.constantFrom('bulletList', 'orderedList', 'taskList'),
      items: fc.array(fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ kind, items }): Content => {
      const type = kind === 'taskList' ? 'taskItem' : 'listItem';
      const attrs = kind === 'taskList' ? { attrs: { checked: true } } : {};
      const content = items.map(([first, rest]) => ({
        type,
        ...attrs,
        content: [first, ...(rest as Content[])],
      }));
      return { type: kind, ...(kind === 'orderedList' ? { attrs: { start: 3 } } : {}), content };
    }),
}));

test('what is written as Markdown is read back as the same document', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const document = postMortemSchema().nodeFromJSON({ type: 'doc', content });
      const before = held(document.toJSON());
      expect(held(readMarkdown(writeMarkdown(before as Content)))).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('whatever is read, it is a document', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      held(readMarkdown(text));
    }),
  );
});

test('what people wrote stays what it is', () => {
  const document = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '# <script> *a* [x](y)' }] }],
  };
  expect(writeMarkdown(document)).toBe('\\# \\<script\\> \\*a\\* \\[x\\](y)\n');
});
