import { expect, test } from 'vitest';
import { FULL_TEMPLATE, templateDocument } from './template.ts';
import { writtenText } from './written-text.ts';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content }) as never;

test('a post-mortem in which nobody wrote says nothing', () => {
  expect(writtenText(templateDocument(FULL_TEMPLATE))).toBe('');
});

test('it says what people wrote, a line each, and not what the log says anyway', () => {
  const document = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Timeline')] },
      { type: 'heading', attrs: { level: 2 }, content: [text('The cache')] },
      { type: 'liveBlock', attrs: { kind: 'summary' } },
      { type: 'prompt', content: [text('What helped?')] },
      paragraph(text('Retries '), { type: 'evidence', attrs: {} }, text('piled'), {
        type: 'hardBreak',
      }),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(text('Thundering herd'))] }],
      },
    ],
  };
  expect(writtenText(document)).toBe('The cache\nRetries piled\nThundering herd');
});
