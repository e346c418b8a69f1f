import { expect, it } from 'vitest';
import { noteItem } from '../../testing/timeline-items.ts';
import { ENTRY_COMMANDS, entryCommandFor, slackAddress } from './entry-commands.ts';

const note = noteItem({ id: 'a' });
const curated = noteItem({
  id: 'C1.1732154400.000100',
  slack: {
    channel: 'C1',
    ts: '1732154400.000100',
    text: 'x',
    now: 'y',
    changed: true,
    gone: false,
  },
});

it('gives each key to one command', () => {
  const keys = ENTRY_COMMANDS.flatMap(({ keys: own }) => own ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(entryCommandFor('x')?.name).toBe('hide');
  expect(entryCommandFor('Enter')?.name).toBe('details');
  expect(entryCommandFor('q')).toBe(null);
});

it('takes Slack’s text only where that is another one', () => {
  const canTake = entryCommandFor('s');
  expect(canTake?.enabled(note)).toBe(false);
  expect(canTake?.enabled(curated)).toBe(true);
});

it('knows where a message is in Slack, as far as the workspace is known', () => {
  expect(slackAddress(curated, 'https://acme.slack.com/')).toBe(
    'https://acme.slack.com/archives/C1/p1732154400000100',
  );
  expect(slackAddress(curated, null)).toBe(null);
  expect(slackAddress(note, 'https://acme.slack.com/')).toBe(null);
});
