import { Fragment } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { postMortemSchema } from '#shared/post-mortem/schema.ts';
import { linkFrom } from '../link-field.tsx';
import { readEvidence } from './evidence-drag.ts';
import { isSafeLink } from './extensions.ts';
import { pieces, withoutForeignImages } from './paste.ts';

const schema = postMortemSchema();
const image = (src: string, alt: string | null = null) =>
  Fragment.fromJSON(schema, [{ type: 'image', attrs: { src, alt } }]);

describe('a pasted picture', () => {
  it('from elsewhere becomes a link to where it is: nothing is fetched', () => {
    const made = withoutForeignImages(image('https://evil.test/track.gif', 'A graph'), schema);
    expect(made.toJSON()).toMatchObject([
      {
        type: 'paragraph',
        content: [
          {
            text: 'A graph',
            marks: [{ type: 'link', attrs: { href: 'https://evil.test/track.gif' } }],
          },
        ],
      },
    ]);
  });

  it('of another kind becomes words', () => {
    for (const src of ['data:image/svg+xml,<svg onload=alert(1)>', 'javascript:alert(1)']) {
      const made = withoutForeignImages(image(src), schema);
      expect(made.toJSON()).toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: '[Picture]' }] },
      ]);
    }
  });

  it('of this incident stays', () => {
    expect(withoutForeignImages(image('file:F0AB12'), schema).eq(image('file:F0AB12'))).toBe(true);
  });
});

it('cuts a long text between its lines, and loses nothing', () => {
  const text = Array.from({ length: 500 }, (_, line) => `line ${line}`).join('\n');
  const cut = pieces(text, 700);
  expect(cut.length).toBeGreaterThan(5);
  expect(cut.join('\n')).toBe(text);
});

describe('a link', () => {
  it('leads to the web or to a mail address, and nowhere else', () => {
    expect(linkFrom('acme.test/d/1?x=1')).toBe('https://acme.test/d/1?x=1');
    expect(linkFrom('ana@acme.test')).toBe('mailto:ana@acme.test');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'words']) {
      expect(linkFrom(url)).toBe(null);
      expect(isSafeLink(url)).toBe(false);
    }
    expect(isSafeLink('JAVASCRIPT:alert(1)//https://')).toBe(false);
  });
});

it('reads a dragged entry, and passes over what other pages drag', () => {
  const data = JSON.stringify({ entry: '01JZ', text: 'x'.repeat(1_000), at: 5 });
  expect(readEvidence(data)?.text).toHaveLength(280);
  for (const other of ['', 'null', '{}', '{"entry":1,"text":"x"}', '[']) {
    expect(readEvidence(other)).toBe(null);
  }
});
