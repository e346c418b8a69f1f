import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIVE_BLOCK_KINDS } from './live-block.ts';
import { BUILT_IN_TEMPLATES, FULL_TEMPLATE, type Section } from './template.ts';
import { readTemplate, writeTemplate } from './template-text.ts';

const words = fc.stringMatching(/^[A-Za-z0-9 ?#[\]é’]{0,38}[a-z]$/).map((text) => text.trim());

const section: fc.Arbitrary<Section> = fc
  .record({
    heading: words.filter((text) => !text.startsWith('#')),
    level: fc.constantFrom<2 | 3>(2, 3),
    blocks: fc.array(fc.constantFrom(...LIVE_BLOCK_KINDS), { maxLength: 4 }),
    prompts: fc.array(words, { maxLength: 4 }),
  })
  .map(({ heading, level, blocks, prompts }) => ({
    heading,
    ...(level === 3 ? { level } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(prompts.length > 0 ? { prompts } : {}),
  }));

describe('a template as people write it', () => {
  test('the built-in ones read back as they are', () => {
    for (const { sections } of BUILT_IN_TEMPLATES) {
      expect(readTemplate(writeTemplate(sections))).toEqual({ ok: true, value: sections });
    }
  });

  test('each reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (sections) => {
        expect(readTemplate(writeTemplate(sections))).toEqual({ ok: true, value: sections });
      }),
    );
  });

  test('names of live blocks in any case, and lines from any system', () => {
    const typed = '##Times\r\n  [key TIMES]\r\n\r\n[followups]\r\n?Why then?  ';
    expect(readTemplate(typed)).toEqual({
      ok: true,
      value: [{ heading: 'Times', blocks: ['keyTimes', 'followUps'], prompts: ['Why then?'] }],
    });
  });

  test.each([
    ['', 1, 'There is nothing here.'],
    ['\n[Timeline]', 2, 'This stands under no heading.'],
    ['# Title', 1, 'A heading has two # or three.'],
    ['## A\n##', 2, 'The heading has no words.'],
    ['## A\n\n[Timelin]', 3, 'There is no live block “Timelin”.'],
    ['## A\n[Timeline] and more', 2, 'A live block stands alone in its line.'],
    ['## A\nWrite here', 2, 'This is neither a heading, a live block nor a question.'],
    ['## A\n?', 2, 'There is no question.'],
    [`## ${'a'.repeat(201)}`, 1, 'A heading can have 200 characters.'],
    [`${'## A\n'.repeat(61)}`, 61, 'There can be 60 sections in a template.'],
  ])('a mistake is told with its line: %j', (typed, line, message) => {
    expect(readTemplate(typed)).toMatchObject({ ok: false, error: { line, message } });
  });

  test('whatever is typed is read, or refused at a line that is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = readTemplate(typed);
        if (read.ok) return;
        expect(read.error.line).toBeLessThanOrEqual(typed.split(/\r\n?|\n/).length);
      }),
    );
  });

  test('the full one asks why people were surprised', () => {
    expect(writeTemplate(FULL_TEMPLATE.sections)).toContain(
      '## Why were we surprised?\n? What did',
    );
  });
});
