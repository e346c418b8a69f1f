import { expect, test } from 'vitest';
import { broughtWords } from './brought-words.ts';

test('an incident file says what it brought', () => {
  expect(broughtWords({ ops: 12, messages: 0 })).toBe('Merged: 12 changes that were not here.');
  expect(broughtWords({ ops: 1, messages: 0 })).toBe('Merged: 1 change that was not here.');
  expect(broughtWords({ ops: 1, messages: 1_200 })).toBe(
    'Merged: 1 change and 1,200 Slack messages that were not here.',
  );
  expect(broughtWords({ ops: 0, messages: 0 })).toBe('Nothing new: all of it was here already.');
});
