import { expect, test } from 'vitest';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { IncidentRowT } from '#shared/contract/views.ts';
import { showBadge } from './badge.ts';
import { type DeskSeen, NOTHING_SEEN } from './desk-watch.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { createWindowDouble } from './testing/window-double.ts';

const active: DeskSeen = {
  ...NOTHING_SEEN,
  desk: { ...NOTHING_SEEN.desk, active: [{ code: 'INC-1' }, { code: 'INC-2' }] as IncidentRowT[] },
};
const due = { ...active, nudges: [{ code: 'INC-1', text: 'Update due' }] as NudgeViewT[] };

test('the icon has the number of active incidents, and none when all is calm', () => {
  const double = createElectronDouble();
  const show = showBadge(double.parts, { out: 'out', platform: 'darwin' }, () => []);
  show(active);
  show(NOTHING_SEEN);
  expect(double.asked).toEqual(['badge 2', 'badge 0']);
});

test('Windows draws a picture over each window’s button, with its words', () => {
  const double = createElectronDouble();
  const window = createWindowDouble({});
  const show = showBadge(double.parts, { out: 'out', platform: 'win32' }, () => [
    window.asElectron,
  ]);
  show(active);
  show(due);
  show(NOTHING_SEEN);
  expect(window.asked).toEqual([
    expect.stringMatching(/^overlay .*tray-active\.png Quarterdeck: 2 active incidents$/),
    expect.stringMatching(/^overlay .*tray-attention\.png INC-1: Update due$/),
    'overlay null Quarterdeck: all calm',
  ]);
  expect(double.asked).toEqual([]);
});
