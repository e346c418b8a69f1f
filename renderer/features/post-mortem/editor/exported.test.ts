import { expect, it } from 'vitest';
import { exported } from './exported.ts';

const line = (text: string, ...marks: { type: string }[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
const source = {
  content: (kind: string) => [line(`live ${kind}`), { type: 'prompt', content: [] }],
  title: (kind: string) => kind,
  subscribe: () => () => undefined,
};

it('leaves as what it shows, without what was written for those who write', () => {
  const content = [
    { type: 'prompt', content: [{ type: 'text', text: 'Why?' }] },
    { type: 'privateNote', content: [line('ask Ben')] },
    {
      type: 'blockquote',
      content: [{ type: 'privateNote', content: [line('deep')] }, line('said')],
    },
    { type: 'liveBlock', attrs: { kind: 'measures', frozen: null } },
    { type: 'liveBlock', attrs: { kind: 'people', frozen: [line('frozen people')] } },
    line('commented', { type: 'comment' }, { type: 'bold' }),
  ];
  const text = JSON.stringify(exported(content, source));
  expect(text).not.toMatch(/Why|ask Ben|deep|prompt|comment"/);
  for (const kept of ['said', 'live measures', 'frozen people', 'bold'])
    expect(text).toContain(kept);
});
