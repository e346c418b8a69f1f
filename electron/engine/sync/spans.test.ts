import { expect, test } from 'vitest';
import { createSpans } from './spans.ts';

test('of each thing the last time is kept, the newest first, and of many things the newest', () => {
  let now = 100;
  const spans = createSpans(() => now);
  const end = spans.begin('read', 'announcements');
  now += 250;
  end('done');
  spans.begin('send', 'one')('limited');
  expect(spans.list()).toEqual([
    { what: 'send', subject: 'one', at: 350, ms: 0, outcome: 'limited' },
    { what: 'read', subject: 'announcements', at: 100, ms: 250, outcome: 'done' },
  ]);
  const again = spans.begin('read', 'announcements');
  now -= 5_000;
  again('offline');
  expect(spans.list()[0]).toMatchObject({ subject: 'announcements', ms: 0, outcome: 'offline' });
  for (let i = 0; i < 100; i++) spans.begin('read', String(i))('done');
  expect(spans.list()).toHaveLength(40);
  expect(spans.list()[0]?.subject).toBe('99');
});
