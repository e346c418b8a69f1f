import { describe, expect, test } from 'vitest';
import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { blockContent } from './block-content.ts';
import { LIVE_BLOCK_KINDS, type LiveBlockKind } from './live-block.ts';
import { writeMarkdown } from './markdown.ts';
import { measuresOf } from './measures.ts';
import { postMortemSchema } from './schema.ts';
import { clockIn } from './story.ts';
import { evidence, MIN, T0 } from './testing/evidence.ts';

const NOW = T0 + 300 * MIN;

function show(kind: LiveBlockKind, of: EvidenceViewT, options = {}): string {
  const content = blockContent(kind, of, { now: NOW, options });
  const doc = postMortemSchema().nodeFromJSON({ type: 'doc', content });
  doc.check();
  return doc.textBetween(0, doc.content.size, '\n', (leaf) => leaf.type.name);
}

describe('what live blocks show', () => {
  test('every kind makes nodes that the document takes, with nothing and with much to tell', () => {
    for (const kind of LIVE_BLOCK_KINDS) {
      expect(show(kind, evidence({ isEmpty: true }))).toEqual(expect.any(String));
      expect(show(kind, evidence())).not.toBe('');
    }
  });

  test('equal evidence gives equal content', () => {
    for (const kind of LIVE_BLOCK_KINDS) {
      const [one, two] = [evidence(), evidence()].map((of) => blockContent(kind, of, { now: NOW }));
      expect(one).toEqual(two);
    }
  });

  test('the story begins before the incident was declared', () => {
    const told = show('timeline', evidence());
    const order = ['Impact began', 'Deploy 812 goes out', 'Declared', 'Rolled back'];
    const places = order.map((words) => told.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(told).toContain('Repair: Rolled back');
    expect(told).toContain('image');
  });

  test('only what was marked, where that is asked for', () => {
    const told = show('timeline', evidence(), { marked: true });
    expect(told).toContain('Rolled back');
    expect(told).not.toContain('Deploy 812');
  });

  test('a decision stands beside what was known when it was made', () => {
    const told = show('decisions', evidence());
    expect(told).toContain('Suspected: The cache is full');
    expect(told).toContain('Seen: Deploy 812 goes out');
    expect(told).not.toContain('Rolled back');
  });

  test('a key time that nobody set is asked for and not guessed', () => {
    const of = evidence({ keyTimes: { began: null } });
    expect(show('keyTimes', of)).toContain('Set when: Impact began');
    expect(show('measures', of)).toContain('To measure the rest, set: Impact began');
    const { spans } = measuresOf(of, NOW);
    expect(spans.filter(({ ms }) => ms !== null).map(({ id }) => id)).toEqual(['acknowledge']);
  });

  test('follow-ups stand by what they change', () => {
    const told = show('followUps', evidence());
    expect(told.indexOf('Detect')).toBeGreaterThan(told.indexOf('Prevent'));
    expect(told).toContain('Ana, soaking');
  });

  test('says the day of a line where it begins, and the time and zone on each', () => {
    const content = blockContent('timeline', evidence(), {
      now: NOW,
      clock: clockIn('Asia/Tokyo'),
    });
    const told = writeMarkdown({ type: 'doc', content: [...content] });
    const times = told.match(/(\d+ \w+ \d{4} )?\d\d:\d\d GMT\+9/g) ?? [];
    const days = times.filter((time) => time.length > 'HH:MM GMT+9'.length);
    expect(times.length).toBeGreaterThan(days.length);
    expect(new Set(days.map((time) => time.slice(0, 11))).size).toBe(days.length);
  });

  test('a long incident stays within bounds', () => {
    const many = evidence({ notes: 2_000 });
    const [table] = blockContent('timeline', many, { now: NOW });
    expect(table?.content?.length).toBeLessThanOrEqual(301);
    expect(show('timeline', many)).toMatch(/\d more lines are in the incident/);
  });
});

describe('measures', () => {
  test('of a whole incident', () => {
    const { spans, statuses, punctuality } = measuresOf(evidence(), NOW);
    expect(spans.map(({ id, ms }) => [id, ms === null ? null : ms / MIN])).toEqual([
      ['detect', 6],
      ['acknowledge', 6],
      ['mitigate', 50],
      ['resolve', 80],
    ]);
    expect(statuses.map(({ status, ms }) => [status, ms / MIN])).toEqual([
      ['investigating', 30],
      ['fixing', 10],
      ['monitoring', 30],
    ]);
    expect(punctuality).toEqual([
      { audience: 'internal', sent: 3, promised: 2, inTime: 1, worstMs: 5 * MIN },
    ]);
  });

  test('times in the wrong order measure nothing', () => {
    const { spans } = measuresOf(evidence({ keyTimes: { detected: T0 - 60 * MIN } }), NOW);
    expect(spans[0]).toMatchObject({ id: 'detect', ms: null, missing: [] });
  });
});
