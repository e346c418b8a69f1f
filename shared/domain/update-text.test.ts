import { expect, it } from 'vitest';
import { updateText } from './update-text.ts';

const parts = {
  conditions: 'Payments fail in the EU.',
  actions: 'Ben: roll back 41f2',
  needs: 'Somebody from payments',
  nextBy: Date.UTC(2026, 10, 21, 2, 35),
};

it('names each part for those who work on it', () => {
  expect(updateText('internal', parts, 'UTC')).toBe(
    'Payments fail in the EU.\n\nActions:\nBen: roll back 41f2\n\nNeeds:\nSomebody from payments\n\nNext update by 02:35 UTC.',
  );
});

it('tells customers no needs and no headings, and no time where none is promised', () => {
  expect(updateText('external', { ...parts, nextBy: null }, 'UTC')).toBe(
    'Payments fail in the EU.\n\nBen: roll back 41f2',
  );
});
