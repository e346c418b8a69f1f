import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../base/duration.ts';
import { type ComposedLine, type LineReader, readLine } from './composer-line.ts';
import { completionsAt } from './line-completion.ts';

const NOW = Date.UTC(2026, 10, 21, 2, 5, 30);
const READER: LineReader = {
  now: NOW,
  zone: 'UTC',
  me: 'name:cleo',
  people: [
    { ref: 'U1', name: 'Ana' },
    { ref: 'U2', name: 'Ana de Souza' },
    { ref: 'U3', name: 'Ben Okafor' },
    { ref: 'name:cleo', name: 'Cleo' },
  ],
  severities: [
    { key: 'minor', name: 'Minor' },
    { key: 'major', name: 'Major' },
    { key: 'Watch', name: 'Watch' },
  ],
  roles: [
    { key: 'comms', name: 'Comms' },
    { key: '01J', name: 'Database lead' },
  ],
};
const read = (typed: string) => readLine(typed, READER);
const note = (text: string, happenedAt: number | null = null) => ({
  kind: 'note',
  text,
  happenedAt,
});

it.each<[string, unknown]>([
  ['Only eu-west.', note('Only eu-west.')],
  ['/var/log is full', note('/var/log is full')],
  [' /severity major', note('/severity major')],
  ['todo: alert on 5xx', { kind: 'follow-up', text: 'alert on 5xx', owner: null }],
  ['TODO alert @ben', { kind: 'follow-up', text: 'alert', owner: 'U3' }],
  ['todos are many', note('todos are many')],
  ['/severity Maj', { kind: 'severity', severity: 'major' }],
  ['/severity watch', { kind: 'severity', severity: 'Watch' }],
  ['/status fixing', { kind: 'status', status: 'fixing', reason: '' }],
  ['/status paused until noon', { kind: 'status', status: 'paused', reason: 'until noon' }],
  ['/lead @ben', { kind: 'role', role: 'lead', person: 'U3' }],
  ['/lead @Ana de Souza', { kind: 'role', role: 'lead', person: 'U2' }],
  ['/lead ana', { kind: 'role', role: 'lead', person: 'U1' }],
  ['/lead me', { kind: 'role', role: 'lead', person: 'name:cleo' }],
  ['/lead nobody', { kind: 'role', role: 'lead', person: null }],
  ['/role comms @ben', { kind: 'role', role: 'comms', person: 'U3' }],
  ['/role Database lead me', { kind: 'role', role: '01J', person: 'name:cleo' }],
  ['/action Roll back 41f2 @ben', { kind: 'action', text: 'Roll back 41f2', owner: 'U3' }],
  ['/action @ben, roll back', { kind: 'action', text: 'roll back', owner: 'U3' }],
  ['/action ask @ben about it', { kind: 'action', text: 'ask @ben about it', owner: 'U3' }],
  ['/decision Roll back', { kind: 'decision', question: 'Roll back', choice: 'Roll back' }],
  ['/decision Roll back?', { kind: 'decision', question: 'Roll back?', choice: '' }],
  ['/decision Roll back? -> No', { kind: 'decision', question: 'Roll back?', choice: 'No' }],
  ['/hypothesis Cold cache', { kind: 'hypothesis', text: 'Cold cache' }],
  ['/update Rolling back', { kind: 'update', text: 'Rolling back' }],
  ['/link https://a.test/x Graph', { kind: 'link', title: 'Graph', url: 'https://a.test/x' }],
  ['/link https://a.test/x', { kind: 'link', title: 'a.test/x', url: 'https://a.test/x' }],
  ['at 01:50 deploy began', note('deploy began', NOW - 30_000 - 15 * MINUTE)],
  ['/at 23.59 deploy began', note('deploy began', NOW - 30_000 - 126 * MINUTE)],
  // Still to come, or longer ago than anybody means by a clock time: it is what the note says.
  ['at 03:00 we meet', note('at 03:00 we meet')],
])('%s', (typed, expected) => {
  expect(read(typed)).toEqual(expected);
});

it.each<[string, string]>([
  ['/severity', 'Choose one: Minor, Major, Watch.'],
  ['/severity m', 'Choose one: Minor, Major, Watch.'],
  ['/lead', 'Name somebody: /lead @ben.'],
  ['/lead zoe', 'Nobody here is called zoe.'],
  ['/action  ', 'Say what is to be done.'],
  ['/link ftp://x', 'Paste an address that starts with https://'],
  ['/page ops', 'There is no /page. Put a space before it to write it as a note.'],
])('%s is answered in words', (typed, say) => {
  expect(read(typed)).toEqual({ kind: 'unready', say });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('/lead ', '/action ', 'todo ', 'at 01:50 ', '/', '@'), fc.string())
      .map(([a, b]) => a + b),
  );

  it('loses nothing when a space stands before it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(read(` ${text}`)).toEqual(note(text.trim()));
      }),
    );
  });

  it('is read as one thing, and what is taken on stands in it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const line: ComposedLine = read(text);
        if ('text' in line) expect(text.replace(/\s/g, '')).toContain(first(line.text));
      }),
    );
  });

  it('is completed in front of the caret alone', () => {
    fc.assert(
      fc.property(typed, fc.nat(40), (text, at) => {
        const caret = Math.min(at, text.length);
        const { from, choices } = completionsAt(text, caret, READER);
        expect(from).toBeLessThanOrEqual(caret);
        for (const { insert } of choices) expect(insert.length).toBeGreaterThan(0);
      }),
    );
  });
});

const first = (text: string) => text.replace(/\s/g, '').slice(0, 1);

describe('completion', () => {
  const names = (typed: string) =>
    completionsAt(typed, typed.length, READER).choices.map(({ insert }) => insert);

  it('offers commands, then what they take', () => {
    expect(names('/s')).toEqual(['/severity ', '/status ']);
    expect(names('/severity m')).toEqual(['minor', 'major']);
    expect(names('/severity major')).toEqual([]);
    expect(names('/role d')).toEqual(['database lead ']);
    expect(names('/lead b')).toEqual(['@Ben Okafor ']);
  });

  it('offers people wherever they are called', () => {
    expect(names('ask @an')).toEqual(['@Ana ', '@Ana de Souza ']);
    expect(names('mail a@b')).toEqual([]);
    expect(completionsAt('ask @be, then', 7, READER).from).toBe(4);
  });
});
