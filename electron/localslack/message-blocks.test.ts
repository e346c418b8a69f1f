import { expect, test } from 'vitest';
import { GENERAL, refusal, smallTeam } from './testing/small-team.ts';

const { ana } = smallTeam();
const text = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: text(length) });
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

const send = (blocks: unknown) =>
  ana.apiCall('chat.postMessage', { channel: GENERAL, text: 'x', blocks });

test.each([
  ['50 blocks', times(50, { type: 'divider' }), 'ok'],
  ['51 blocks', times(51, { type: 'divider' }), 'invalid_blocks'],
  ['a section of 3,000', [section(3_000)], 'ok'],
  ['a section of 3,001', [section(3_001)], 'invalid_blocks'],
  ['a field of 2,001', [{ type: 'section', fields: [text(2_001)] }], 'invalid_blocks'],
  ['an empty section', [{ type: 'section' }], 'invalid_blocks'],
  [
    'a long header',
    [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    'invalid_blocks',
  ],
  ['a header of markup', [{ type: 'header', text: text(5) }], 'invalid_blocks'],
  ['11 context elements', [{ type: 'context', elements: times(11, text(1)) }], 'invalid_blocks'],
  ['a long block_id', [{ type: 'divider', block_id: 'x'.repeat(256) }], 'invalid_blocks'],
  ['an unknown block', [{ type: 'sculpture' }], 'invalid_blocks'],
  ['no list', { type: 'divider' }, 'invalid_blocks_format'],
  ['13,200 letters in all', [...times(4, section(3_000)), section(1_200)], 'ok'],
  ['one letter more', [...times(4, section(3_000)), section(1_201)], 'msg_blocks_too_long'],
])('%s', async (_name, blocks, code) => {
  expect(await refusal(send(blocks))).toBe(code);
});

test('blocks come back with names, and their texts changed', async () => {
  await send([
    { type: 'section', text: { type: 'plain_text', text: 'a <b> & 🔥 https://acme.test' } },
    {
      type: 'context',
      block_id: 'mine',
      elements: [{ type: 'mrkdwn', text: 'https://acme.test' }],
    },
  ]);
  const { messages } = await ana.conversations.history({ channel: GENERAL, limit: 1 });
  expect(messages?.[0]?.blocks).toEqual([
    {
      type: 'section',
      block_id: expect.stringMatching(/^\w{5}$/),
      text: { type: 'plain_text', emoji: true, text: 'a &lt;b&gt; &amp; :fire: https://acme.test' },
    },
    {
      type: 'context',
      block_id: 'mine',
      elements: [{ type: 'mrkdwn', verbatim: false, text: '<https://acme.test>' }],
    },
  ]);
});
