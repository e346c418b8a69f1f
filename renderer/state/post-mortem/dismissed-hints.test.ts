import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { dismissedHints, keepDismissed, onDismissed } from './dismissed-hints.ts';

test('two who put hints aside at once have both, and hear of it', () => {
  const [ana, ben] = [new Doc(), new Doc()];
  let heard = 0;
  const stop = onDismissed(ana, () => {
    heard += 1;
  });
  keepDismissed(ana, 'it was [just]');
  keepDismissed(ana, 'it was [just]');
  keepDismissed(ben, 'it was [just]');
  keepDismissed(ben, '[if only]');
  applyUpdate(ana, encodeStateAsUpdate(ben));
  applyUpdate(ben, encodeStateAsUpdate(ana));
  for (const doc of [ana, ben]) {
    expect([...dismissedHints(doc)].sort()).toEqual(['[if only]', 'it was [just]']);
  }
  expect(heard).toBe(2);
  stop();
});
