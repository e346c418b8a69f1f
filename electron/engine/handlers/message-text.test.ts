import { expect, test } from 'vitest';
import { messageText } from './message-text.ts';

const nameOf = (ref: string) => (ref === 'U0BEN' ? 'Ben' : ref);

test.each([
  ['hello <@U0BEN> and <@U0CLEO|cleo>', 'hello @Ben and @U0CLEO'],
  ['see <#C1|incidents> <!here> <!subteam^S1|@sre>', 'see #incidents @here @sre'],
  [
    '<https://acme.test/x> <https://acme.test/y|the graph>',
    'https://acme.test/x the graph (https://acme.test/y)',
  ],
  ['<mailto:a@b.test|a@b.test>', 'a@b.test (mailto:a@b.test)'],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ['typed: &lt;@U0BEN&gt; &amp;lt;', 'typed: <@U0BEN> &lt;'],
  ['a <script> is text, so is <', 'a <script> is text, so is <'],
])('%s', (raw, shown) => {
  expect(messageText(raw, nameOf)).toBe(shown);
});
