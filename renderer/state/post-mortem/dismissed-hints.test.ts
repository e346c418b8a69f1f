import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import {
  dismissedCount,
  dismissHint,
  isDismissed,
  onDismissed,
  restoreHints,
} from './dismissed-hints.ts';

const hint = (said: string, rule = 'fault') => ({ said, rule });

test('a hint that was put aside is so for its words and its rule, and no others', () => {
  const doc = new Doc();
  dismissHint(doc, hint('Should  have'));
  expect(isDismissed(doc, hint('should\nHAVE'))).toBe(true);
  expect(isDismissed(doc, hint('failed to'))).toBe(false);
  expect(isDismissed(doc, hint('should have', 'ours'))).toBe(false);
});

test('two who put aside at once have both, and hear of it', () => {
  const [ana, ben] = [new Doc(), new Doc()];
  let heard = 0;
  const stop = onDismissed(ana, () => {
    heard += 1;
  });
  dismissHint(ana, hint('just', 'hindsight'));
  dismissHint(ben, hint('if only', 'if-only'));
  dismissHint(ben, hint('Just', 'hindsight'));
  applyUpdate(ana, encodeStateAsUpdate(ben));
  applyUpdate(ben, encodeStateAsUpdate(ana));
  expect([dismissedCount(ana), dismissedCount(ben), heard]).toEqual([2, 2, 2]);
  stop();
  restoreHints(ana);
  applyUpdate(ben, encodeStateAsUpdate(ana));
  expect([dismissedCount(ben), heard]).toEqual([0, 2]);
});
