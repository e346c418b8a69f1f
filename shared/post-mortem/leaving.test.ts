import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HINT_RULES, hintsIn } from './blameless.ts';
import { exported } from './exported.ts';
import { writeHtml } from './html.ts';
import { invitationFile } from './invitation.ts';
import { writeMarkdown } from './markdown.ts';
import { emptySections, readinessOf } from './readiness.ts';
import { postMortemSchema } from './schema.ts';
import { UTC } from './story.ts';
import { FULL_TEMPLATE, templateDocument } from './template.ts';
import { evidence, MIN, T0 } from './testing/evidence.ts';

const source = { evidence: evidence(), clock: UTC, now: T0 + 300 * MIN };
const said = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('what leaves', () => {
  test('holds what the log says, and neither prompts nor private notes nor comments', () => {
    const document = templateDocument(FULL_TEMPLATE);
    const commented = {
      type: 'text',
      text: 'Seen by all',
      marks: [{ type: 'comment', attrs: { id: 'c' } }],
    };
    document.content?.push(
      { type: 'privateNote', content: [said('For me alone')] },
      { type: 'paragraph', content: [commented] },
    );
    const left = exported(document, source);
    postMortemSchema().nodeFromJSON(left).check();
    const markdown = writeMarkdown(left);
    expect(markdown).toContain('Rolled back');
    expect(markdown).toContain('## Why were we surprised?');
    expect(markdown).toContain('Seen by all');
    expect(markdown).not.toMatch(/For me alone|What kept this from being worse|liveBlock/);
  });

  test('a frozen block says what it said', () => {
    const frozen = [said('As it was')];
    const document = {
      type: 'doc',
      content: [{ type: 'liveBlock', attrs: { kind: 'summary', frozen } }],
    };
    expect(writeMarkdown(exported(document, source))).toBe('As it was\n');
  });

  test('as HTML it is one file in which nothing runs and nothing is fetched', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const document = {
      type: 'doc',
      content: [
        said(hostile),
        { type: 'paragraph', content: [{ type: 'text', text: 'press', marks: [link] }] },
        { type: 'image', attrs: { src: 'file:F1', alt: hostile } },
        { type: 'image', attrs: { src: 'file:F2', alt: 'gone' } },
      ],
    };
    const file = writeHtml(document, hostile, (src) =>
      src === 'file:F1' ? 'data:image/png;base64,AA==' : null,
    );
    expect(file).not.toMatch(/<img src=x|javascript:|<script|https?:/);
    expect(file).toContain('src="data:image/png;base64,AA=="');
    expect(file).toContain('[Image not here: gone]');
    expect(file).toContain("default-src 'none'");
  });
});

describe('before people meet', () => {
  const document = templateDocument(FULL_TEMPLATE);
  const state = {
    owner: 'U1',
    reviewAt: 1,
    summary: 's',
    impact: 'i',
    missingTimes: [],
    followUps: 1,
    unowned: 0,
  };

  test('sections that only ask are empty, those that the log fills are not', () => {
    const empty = emptySections(document);
    expect(empty).toContain('Contributing factors');
    expect(empty).not.toContain('Timeline');
    const lines = readinessOf({ ...state, document });
    expect(lines.filter(({ done }) => !done).map(({ id }) => id)).toEqual(['sections']);
  });

  test('a summary may stand in the text, where its block was taken over', () => {
    const bare = { ...state, summary: '', impact: '' };
    const missing = (parts: typeof document) =>
      readinessOf({ ...bare, document: parts }).flatMap(({ id, done }) => (done ? [] : [id]));
    expect(missing(document)).toEqual(['summary', 'impact', 'sections']);
    const content = (document.content ?? []).map((node) =>
      node.attrs?.kind === 'summary' ? said('Checkout failed for an hour.') : node,
    );
    expect(missing({ ...document, content })).toEqual(['impact', 'sections']);
  });

  test('all is ready when all is written', () => {
    const whole = {
      type: 'doc',
      content: (document.content ?? []).flatMap((node) =>
        node.type === 'heading' ? [node, said('Written')] : [node],
      ),
    };
    expect(readinessOf({ ...state, document: whole }).every(({ done }) => done)).toBe(true);
  });
});

describe('hints', () => {
  test.each([
    ['It was human  error.', 'human  error'],
    ['Ben forgot the flag', 'Ben forgot'],
    ['The root cause was a deploy', 'root cause was'],
    ['They CARELESSLY pressed it', 'CARELESSLY'],
    ['We should have known', 'should have'],
  ])('%s', (text, phrase) => {
    expect(hintsIn(text).map((hint) => hint.said)).toContain(phrase);
  });

  test('words that only hold such a word are left alone', () => {
    expect(hintsIn('Adjust the justification; it failed today')).toEqual([]);
  });

  test('a name beside a fault is a role instead', () => {
    const told = hintsIn('Ana (x) broke it. Ana broke it. B(e forgot', HINT_RULES, [
      'Ana',
      'B(e',
      ' ',
    ]);
    expect(told.map(({ said: phrase, rule }) => [phrase, rule])).toEqual([
      ['Ana broke', 'name'],
      ['B(e forgot', 'name'],
    ]);
  });

  test('a rule of one’s own is looked for as it is written, whatever stands in it', () => {
    const rule = { id: 'own', phrases: ['(why?)', 'NAME did', 'guess*'], offer: 'Ask.' };
    const said = hintsIn('So (why?) guesswork. Ana did', [rule]).map((hint) => hint.said);
    expect(said).toEqual(['(why?)', 'guesswork']);
  });

  test('offsets are those of the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('😀', 'just', 'should have', ' ', 'if only', 'é')),
        (parts) => {
          const text = parts.join(' ');
          let at = 0;
          for (const { from, to, said: phrase } of hintsIn(text)) {
            expect(text.slice(from, to)).toBe(phrase);
            expect(from).toBeGreaterThanOrEqual(at);
            at = to;
          }
        },
      ),
    );
  });
});

describe('an invitation', () => {
  const invitation = {
    id: 'I1',
    sequence: 2,
    title: 'T',
    text: 'x',
    start: T0,
    minutes: 30,
    made: T0,
  };

  test('is escaped and folded, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const file = invitationFile({ ...invitation, text });
        for (const line of file.split('\r\n')) {
          expect(
            Math.max(0, encodeURIComponent(line.toWellFormed()).replace(/%../g, '.').length),
          ).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const unfolded = file.replaceAll('\r\n ', '');
        const [, read = ''] = /\r\nDESCRIPTION:(.*)\r\nEND:VEVENT/s.exec(unfolded) ?? [];
        const plain = read.replace(/\\(n|.)/gsu, (_, one) => (one === 'n' ? '\n' : one));
        expect(plain).toBe(text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''));
      }),
    );
  });

  test('tells when, in a form that every calendar knows', () => {
    const file = invitationFile(invitation);
    expect(file).toContain('\r\nDTSTART:20261121T021000Z\r\nDTEND:20261121T024000Z\r\n');
    expect(file).toContain('\r\nUID:I1@quarterdeck\r\nSEQUENCE:2\r\n');
  });
});
