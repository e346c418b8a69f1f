import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfBlocks } from './block-text.ts';
import { messageIn } from './history-message.ts';

const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const line = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const text = (said: string) => ({ type: 'text', text: said });

test('an alert of a bot is read as the lines that people see', () => {
  const said = textOfBlocks([
    { type: 'header', text: { type: 'plain_text', text: 'Checkout <500> & rising' } },
    { type: 'divider' },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*eu-west* only, see <https://grafana.example/d/1|graph>' },
      fields: [
        { type: 'plain_text', text: 'p99 4 s' },
        { type: 'mrkdwn', text: '`SEV2`' },
      ],
    },
    {
      type: 'context',
      elements: [
        { type: 'image', image_url: 'https://x.example/i.png', alt_text: 'logo' },
        { type: 'mrkdwn', text: 'since 10:02' },
        { type: 'plain_text', text: 'rule 7' },
      ],
    },
    { type: 'markdown', text: '**Runbook** <b>' },
    { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ack' } }] },
  ]);
  expect(said.split('\n')).toEqual([
    'Checkout &lt;500&gt; &amp; rising',
    '*eu-west* only, see <https://grafana.example/d/1|graph>',
    'p99 4 s',
    '`SEV2`',
    'since 10:02 rule 7',
    '**Runbook** &lt;b&gt;',
  ]);
});

test('rich text is read with its people, links, lists and code', () => {
  const said = textOfBlocks([
    rich(
      line(
        { type: 'user', user_id: 'U012ABCDEF' },
        text(' look at '),
        { type: 'link', url: 'https://x.example/?a=1&b=2', text: 'this' },
        text(' '),
        { type: 'emoji', name: 'fire' },
      ),
      { type: 'rich_text_list', style: 'bullet', elements: [line(text('one')), line(text('two'))] },
      { type: 'rich_text_quote', elements: [text('first\nsecond')] },
      { type: 'rich_text_preformatted', elements: [text('a < b')] },
    ),
  ]);
  expect(said.split('\n')).toEqual([
    '<@U012ABCDEF> look at <https://x.example/?a=1&amp;b=2|this> :fire:',
    '• one',
    '• two',
    '&gt; first',
    '&gt; second',
    '```a &lt; b```',
  ]);
});

test('nobody slips a mention, a link or another address into what only looks like text', () => {
  const said = textOfBlocks([
    { type: 'header', text: { type: 'plain_text', text: '<!channel>' } },
    rich(
      line(
        text('<@U012ABCDEF>'),
        { type: 'link', url: 'javascript:alert(1)', text: 'safe' },
        { type: 'link', url: 'https://x.example|<!here>', text: '' },
        { type: 'user', user_id: 'U1><!here' },
        { type: 'channel', channel_id: 'c|x' },
        { type: 'broadcast', range: 'here><script>' },
        { type: 'emoji', name: 'a:b<' },
      ),
    ),
  ]);
  expect(said).toBe('&lt;!channel&gt;\n&lt;@U012ABCDEF&gt;safehttps://x.example|&lt;!here&gt;');
});

test('a message that has a text is what its text says; one of blocks alone what these say', () => {
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'from the block' } }];
  const ts = '1700000000.000100';
  expect(messageIn({ ts, text: 'from the text', blocks })?.text).toBe('from the text');
  expect(messageIn({ ts, text: '', blocks })?.text).toBe('from the block');
  expect(messageIn({ ts, text: ' \n', blocks })?.text).toBe('from the block');
  expect(messageIn({ ts, blocks: 'odd' })?.text).toBe('');
});

test('what is too long is cut, and never within a character', () => {
  const section = { type: 'section', text: { type: 'plain_text', text: '😀'.repeat(30_000) } };
  const said = textOfBlocks([section]);
  expect(said.length).toBeLessThanOrEqual(40_000);
  expect(said.isWellFormed()).toBe(true);
  expect(textOfBlocks(Array.from({ length: 9_999 }, () => section)).length).toBeLessThan(40_001);
});

test('whatever blocks are, reading them ends in a text', () => {
  const types = ['header', 'section', 'context', 'markdown', 'rich_text', 'rich_text_list', 'link'];
  const { block } = fc.letrec((tie) => ({
    block: fc.oneof(
      { maxDepth: 5 },
      fc.anything(),
      fc.record(
        {
          type: fc.constantFrom(...types),
          text: tie('block'),
          fields: fc.oneof(fc.anything(), fc.array(tie('block'))),
          elements: fc.oneof(fc.anything(), fc.array(tie('block'))),
          url: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    ),
  }));
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      expect(typeof textOfBlocks(blocks)).toBe('string');
    }),
  );
});
