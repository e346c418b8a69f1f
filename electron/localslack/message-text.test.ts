import { expect, test } from 'vitest';
import { normalised, richText } from './message-text.ts';

test.each([
  ['a & b', 'a &amp; b'],
  ['a &amp; b', 'a &amp; b'],
  ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
  ['<b>', '&lt;b&gt;'],
  ['see https://acme.test/x?a=1', 'see <https://acme.test/x?a=1>'],
  ['see <https://acme.test|here>', 'see <https://acme.test|here>'],
  ['<@U0BEN000001> <#C0GENERAL01> <!here>', '<@U0BEN000001> <#C0GENERAL01> <!here>'],
  ['🔥 👍', ':fire: :+1:'],
])('"%s" comes back as "%s"', (sent, back) => {
  expect(normalised(sent)).toBe(back);
});

test('what comes back does not change again', () => {
  const once = normalised('a <b> & https://acme.test 🔥 <@U0BEN000001>');
  expect(normalised(once)).toBe(once);
});

test('text becomes the elements that Slack’s own windows send', () => {
  expect(richText('hi <@U0BEN000001>: 1 &lt; 2, <https://acme.test|docs> <!here>')).toEqual([
    { type: 'text', text: 'hi ' },
    { type: 'user', user_id: 'U0BEN000001' },
    { type: 'text', text: ': 1 < 2, ' },
    { type: 'link', url: 'https://acme.test', text: 'docs' },
    { type: 'text', text: ' ' },
    { type: 'broadcast', range: 'here' },
  ]);
});
