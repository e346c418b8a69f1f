import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '../base/assert.ts';
import { parseText } from './parse.ts';
import { HOSTILE } from './testing/hostile.ts';
import type { Block, Inline, RichText } from './tree.ts';

const slack = (text: string) => parseText(text, 'slack');
const typed = (text: string) => parseText(text, 'typed');
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const text = (said: string): Inline => ({ kind: 'text', text: said });

/** What somebody reads who sees no styles. */
function words(tree: RichText): string {
  return tree.map(wordsOf).join('\n');
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.children.map(said).join('');
    case 'code-block':
      return block.text;
    case 'list':
      return block.items.map((item) => item.children.map(said).join('')).join('\n');
    default:
      return assertNever(block);
  }
}

function said(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return node.children.map(said).join('');
    case 'link':
      return node.label ?? node.href;
    case 'person':
      return `@${node.label ?? node.ref}`;
    case 'call':
      return node.name;
    case 'emoji':
      return node.character;
    default:
      return assertNever(node);
  }
}

function* inlinesOf(tree: RichText): Generator<{ node: Inline; depth: number }> {
  for (const block of tree) {
    if (block.kind === 'code-block') continue;
    const lists = block.kind === 'list' ? block.items.map((i) => i.children) : [block.children];
    for (const children of lists) yield* within(children, 1);
  }
}

function* within(
  nodes: readonly Inline[],
  depth: number,
): Generator<{ node: Inline; depth: number }> {
  for (const node of nodes) {
    yield { node, depth };
    if ('children' in node) yield* within(node.children, depth + 1);
  }
}

describe('what Slack sends', () => {
  it('has styles, each around its words', () => {
    expect(slack('*5xx* from _eu-west_, ~all~ regions')).toEqual([
      paragraph(
        { kind: 'bold', children: [text('5xx')] },
        text(' from '),
        { kind: 'italic', children: [text('eu-west')] },
        text(', '),
        { kind: 'strike', children: [text('all')] },
        text(' regions'),
      ),
    ]);
  });

  it('nests them, and leaves what never ends as it was typed', () => {
    expect(slack('*very _slow_*')).toEqual([
      paragraph({
        kind: 'bold',
        children: [text('very '), { kind: 'italic', children: [text('slow')] }],
      }),
    ]);
    expect(slack('*not _closed*')).toEqual([
      paragraph({ kind: 'bold', children: [text('not _closed')] }),
    ]);
    expect(slack('2 * 3 * 4, snake_case_name, a*b*c')).toEqual([
      paragraph(text('2 * 3 * 4, snake_case_name, a*b*c')),
    ]);
    expect(slack('*over\ntwo lines*')).toEqual([paragraph(text('*over\ntwo lines*'))]);
  });

  it('names people, channels and groups without calling them', () => {
    expect(slack('<@U0BEN> <@U0ANA|ana> <#C1|eu-west> <!here> <!subteam^S1|@oncall>')).toEqual([
      paragraph(
        { kind: 'person', ref: 'U0BEN', label: null },
        text(' '),
        { kind: 'person', ref: 'U0ANA', label: 'ana' },
        text(' '),
        { kind: 'call', name: '#eu-west' },
        text(' '),
        { kind: 'call', name: '@here' },
        text(' '),
        { kind: 'call', name: '@oncall' },
      ),
    ]);
  });

  it('undoes its three escapes once', () => {
    expect(words(slack('a &lt;@U1&gt; b &amp;lt; c'))).toBe('a <@U1> b &lt; c');
    expect(words(slack('&lt;script&gt; in `a &amp;&amp; b`'))).toBe('<script> in a && b');
  });

  it('links what may be opened, and writes out what may not', () => {
    expect(slack('<https://acme.test/a?b&amp;c|the graph>')).toEqual([
      paragraph({ kind: 'link', href: 'https://acme.test/a?b&c', label: 'the graph' }),
    ]);
    expect(slack('<mailto:ana@acme.test|ana@acme.test>')).toEqual([
      paragraph({ kind: 'link', href: 'mailto:ana@acme.test', label: 'ana@acme.test' }),
    ]);
    expect(slack('<javascript:alert(1)|the graph>')).toEqual([
      paragraph(text('the graph (javascript:alert(1))')),
    ]);
  });

  it('has code, quotes, lists and emoji', () => {
    expect(slack('see `kubectl get <http://po.ds|po.ds>`:\n```\n&lt;b&gt; *x*\n```done')).toEqual([
      paragraph(text('see '), { kind: 'code', text: 'kubectl get po.ds' }, text(':')),
      { kind: 'code-block', text: '<b> *x*' },
      paragraph(text('done')),
    ]);
    expect(slack('&gt; it is *slow*\n&gt;really\nno')).toEqual([
      {
        kind: 'quote',
        children: [text('it is '), { kind: 'bold', children: [text('slow')] }, text('\nreally')],
      },
      paragraph(text('no')),
    ]);
    expect(slack('• db-1\n    ◦ replica\n3. then *db-2*')).toEqual([
      {
        kind: 'list',
        items: [
          { marker: '•', level: 0, children: [text('db-1')] },
          { marker: '◦', level: 1, children: [text('replica')] },
          {
            marker: '3.',
            level: 0,
            children: [text('then '), { kind: 'bold', children: [text('db-2')] }],
          },
        ],
      },
    ]);
    expect(slack(':fire: at 10:30:15 :acme-logo:')).toEqual([
      paragraph({ kind: 'emoji', name: 'fire', character: '🔥' }, text(' at 10:30:15 :acme-logo:')),
    ]);
  });
});

describe('what people type here', () => {
  it('knows no control sequence, and links an address without what ends its sentence', () => {
    expect(typed('<@U1> see (https://acme.test/a).')).toEqual([
      paragraph(
        text('<@U1> see ('),
        { kind: 'link', href: 'https://acme.test/a', label: null },
        text(').'),
      ),
    ]);
    expect(words(typed('&lt; stays'))).toBe('&lt; stays');
  });

  it('says every word that was typed, in its order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
        const letters = (all: string) => [...all.replace(/[^a-z0-9]/gi, '')].join('');
        // Names of emoji and the numbers of a list are signs, and no words.
        fc.pre(!/:[a-z0-9_+'-]+:|^ *\d+[.)]/m.test(written));
        expect(letters(words(typed(written)))).toBe(letters(written));
      }),
    );
  });
});

/** Strings in which the notation's own signs meet far more often than in any message. */
const tangled = fc
  .array(
    fc.oneof(
      fc.constantFrom('*', '_', '~', '`', '```', '<', '>', '|', '&gt;', '&amp;', ':', '\n', ' '),
      fc.constantFrom('<@U1>', '<https://a.test|b>', 'javascript:', 'https://', '\u202E', '- '),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

it('makes a tree of everything: shallow, with no address that may not be opened', () => {
  fc.assert(
    fc.property(tangled, fc.constantFrom('slack' as const, 'typed' as const), (written, as) => {
      for (const { node, depth } of inlinesOf(parseText(written, as))) {
        expect(depth).toBeLessThanOrEqual(4);
        if (node.kind === 'link') expect(node.href).toMatch(/^(https?:\/\/|mailto:)\S/i);
        if (node.kind === 'text') expect(node.text).not.toBe('');
      }
      const all = words(parseText(written, as));
      expect(all).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});

describe('what was made to do harm', () => {
  it.each(Object.entries(HOSTILE))('is a tree of text: %s', (_name, written) => {
    for (const notation of ['slack', 'typed'] as const) {
      const tree = parseText(written, notation);
      for (const { node, depth } of inlinesOf(tree)) {
        expect(depth).toBeLessThanOrEqual(4);
        if (node.kind === 'link') expect(node.href).toMatch(/^(https?:\/\/|mailto:)[^\s\u202E]/i);
      }
      const all = words(tree);
      expect(all).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\p{M}{7}/u);
      expect(all.isWellFormed()).toBe(true);
    }
  });
});
