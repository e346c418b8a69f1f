import { describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import { changeGlyph, peopleIn, sentence } from './sentence.ts';

const nameOf = (ref: string) => (ref === 'U0BEN' ? 'Ben' : ref);
const NOON = Date.UTC(2026, 10, 21, 12, 0);

const CHANGES: readonly (readonly [Change, string])[] = [
  [{ kind: 'summary', to: '' }, 'Summary taken back'],
  [{ kind: 'key-time', key: 'began', from: null, to: NOON }, 'Impact began: 21 Nov 2026 12:00 UTC'],
  [{ kind: 'key-time', key: 'resolved', from: NOON, to: null }, 'Resolved: as the status says'],
  [
    { kind: 'record-set', entity: 'follow_up', title: 'x', field: 'due', from: NOON, to: null },
    'Follow-up “x”: due taken back',
  ],
  [
    {
      kind: 'record-set',
      entity: 'follow_up',
      title: 'x',
      field: 'owner',
      from: null,
      to: 'U0BEN',
    },
    'Follow-up for Ben: x',
  ],
  [
    { kind: 'record-set', entity: 'action', title: 'x', field: 'due', from: null, to: 'never' },
    'Action “x”: due taken back',
  ],
  [
    { kind: 'record-added', entity: 'update', set: { audience: 'external', form: 'no-news' } },
    'External no news',
  ],
  [
    { kind: 'record-removed', entity: 'decision', title: `${'long '.repeat(40)}` },
    `Decision removed: ${'long '.repeat(20)}…`,
  ],
  [{ kind: 'relation', as: 'sibling', code: 'INC-1', name: null, ended: false }, 'Related: INC-1'],
  [{ kind: 'line-marked', about: 'First 5xx', to: 'key' }, 'Key moment: First 5xx'],
  [{ kind: 'line-marked', about: 'First 5xx', to: 'surprise' }, 'surprise: First 5xx'],
  [{ kind: 'custom-field', name: 'Contact', type: 'user', to: 'U0BEN' }, 'Contact: Ben'],
  [{ kind: 'custom-field', name: 'Shape', type: 'star', to: { points: 5 } }, 'Shape taken back'],
];

describe('a change in words', () => {
  test.each(CHANGES)('%j', (change, words) => {
    expect(sentence(change, nameOf)).toBe(words);
    expect(changeGlyph(change)).not.toBe('');
  });

  test('reads moments as its reader does', () => {
    const change: Change = { kind: 'key-time', key: 'detected', from: null, to: NOON };
    expect(sentence(change, nameOf, () => 'noon')).toBe('Detected: noon');
  });

  test('names everybody it speaks of, and nobody else', () => {
    const role = { kind: 'role', role: 'lead', name: null, from: null, to: 'U0BEN' } as const;
    expect(peopleIn(role)).toEqual(['U0BEN']);
    const set = { text: 'U0ANA', owner: 'U0BEN' };
    expect(peopleIn({ kind: 'record-added', entity: 'follow_up', set })).toEqual(['U0BEN']);
    expect(peopleIn({ kind: 'summary', to: 'U0BEN' })).toEqual([]);
  });
});
