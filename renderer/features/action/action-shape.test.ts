import { expect, it } from 'vitest';
import type { ActionViewT } from '#shared/contract/views.ts';
import { asksAnybody, shownActions } from './action-shape.ts';

const action = (id: string, given: Partial<ActionViewT> = {}): ActionViewT => ({
  id,
  text: id,
  owner: null,
  done: given.doneAt !== undefined,
  status: 'open',
  addedAt: 0,
  doneAt: null,
  due: null,
  checkAt: null,
  outcome: null,
  ...given,
});
const ids = (actions: readonly ActionViewT[]) => actions.map(({ id }) => id);

it('puts what is in flight first and folds what was done long ago', () => {
  const done = [1, 2, 3, 4, 5].map((n) => action(`d${n}`, { doneAt: n, outcome: 'yes' }));
  const shown = shownActions([...done, action('a'), action('x', { status: 'dropped' })], false);
  expect(ids(shown.open)).toEqual(['a']);
  expect(ids(shown.closed)).toEqual(['d5', 'd4', 'd3']);
  expect(shown.folded).toBe(3);
  expect(shownActions(done, true).folded).toBe(0);
});

it('folds nothing that still asks whether it worked', () => {
  const done = [1, 2, 3, 4, 5].map((n) => action(`d${n}`, { doneAt: n }));
  expect(shownActions(done, false).folded).toBe(0);
  const many = Array.from({ length: 5_000 }, (_, n) => action(`d${n}`, { doneAt: n }));
  expect(shownActions(many, false).closed).toHaveLength(10);
});

it('notices what is asked of nobody', () => {
  expect(asksAnybody('Can someone check the logs?')).toBe(true);
  expect(asksAnybody('could anybody restart it')).toBe(true);
  expect(asksAnybody('Ben checks whether someone can log in')).toBe(false);
});
