import { expect, test } from 'vitest';
import type { Change } from '#shared/domain/change.ts';
import { readable, readableIn } from './message.ts';

const nameOf = (ref: string) => (ref === 'U0BEN' ? 'Ben' : ref);
const at = Date.UTC(2026, 10, 21, 14, 2);
const told = (change: Change, by: string | null = null) => ({ changes: [change], by, at });

test('a change reads as a sentence with its mark', () => {
  const { text, blocks } = readable(
    [told({ kind: 'severity', from: 'minor', to: 'major' })],
    nameOf,
  );
  expect(text).toBe('▲ Severity: Minor → Major');
  expect(blocks).toEqual([
    {
      type: 'section',
      text: { type: 'plain_text', text: '▲ Severity: Minor → Major', emoji: false },
    },
  ]);
});

test('who did it is named where Slack shows another author', () => {
  const { text } = readable([told({ kind: 'action-done', text: 'Roll back' }, 'Ana')], nameOf);
  expect(text).toBe('☑ Done: Roll back, by Ana');
});

test('nobody is pinged by what a person wrote', () => {
  const { text, blocks } = readable(
    [told({ kind: 'note', text: '<!channel> & <@U0BEN>' })],
    nameOf,
  );
  expect(text).toBe('✎ &lt;!channel&gt; &amp; &lt;@U0BEN&gt;');
  expect(blocks[0]?.text).toMatchObject({ type: 'plain_text', text: '✎ <!channel> & <@U0BEN>' });
});

test('several changes are a digest with a line each', () => {
  const later = { ...told({ kind: 'status', from: 'triage', to: 'fixing' }), at: at + 98 * 60_000 };
  const { text } = readable([told({ kind: 'note', text: 'hello' }), later], nameOf);
  expect(text.split('\n')).toEqual([
    '2 changes made between 14:02 and 15:40 UTC',
    '✎ hello',
    '● Status: Triage → Fixing',
  ]);
});

test('a long note stays within what Slack shows', () => {
  const { text, blocks } = readable([told({ kind: 'note', text: '😀'.repeat(5_000) })], nameOf);
  expect(text.length).toBeLessThanOrEqual(3_000);
  expect(text.isWellFormed()).toBe(true);
  expect(blocks.length).toBeLessThanOrEqual(4);
  for (const block of blocks) expect(block.text.text.length).toBeLessThanOrEqual(3_000);
});

test('a text that needs several messages is cut nowhere, and each keeps to Slack’s limits', () => {
  const text = '😀 long '.repeat(5_000);
  const messages = readableIn(12, [told({ kind: 'note', text })], nameOf);
  const said = messages.map(({ blocks }) => blocks.map((block) => block.text.text).join(''));
  const whole = said.map((piece) => piece.replace(/^\(\d+ of 12\) /, '')).join('');
  expect(whole).toContain(text);
  for (const { blocks } of messages) {
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const { text: section } of blocks) {
      expect(section.text.length).toBeLessThanOrEqual(3_000);
      expect(section.text.isWellFormed()).toBe(true);
    }
  }
});
