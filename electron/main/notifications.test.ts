import { beforeEach, expect, test, vi } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { notifyOfNudges } from './notifications.ts';
import { createElectronDouble } from './testing/electron-double.ts';

const nudge: NudgeViewT = {
  ...{ incident: 'I' as IncidentId, code: 'INC-1', rule: 'update', subject: 'internal' },
  ...{ occasion: '1', dueAt: 0, since: 0, person: null, thing: 'internal' },
  ...{ text: 'Update due', answer: { command: 'update.add', label: 'Write update' } },
};

let heard: (event: ContractEvent) => void;
const engine = {
  subscribe: (listener: typeof heard) => {
    heard = listener;
    return () => undefined;
  },
} as EngineLink;

const deeds = { open: vi.fn(), openIncident: vi.fn(), snooze: vi.fn() };
beforeEach(() => vi.clearAllMocks());

function notified(nudges: NudgeViewT[], text: string, platform: NodeJS.Platform = 'darwin') {
  const double = createElectronDouble();
  notifyOfNudges(double.parts, platform, engine, deeds);
  heard({ view: 'nudged', nudges, text });
  return double.notifications;
}

test('one reminder says what is due; a click opens its incident, a button puts it off', () => {
  const [shown] = notified([nudge], 'Update due to the team');
  expect(shown?.options).toMatchObject({
    ...{ title: 'INC-1', body: 'Update due to the team' },
    actions: [{ text: 'Write update' }, { text: 'Remind me in 10 min' }],
  });
  expect(shown?.asked).toEqual(['show']);
  shown?.emit('click');
  expect(deeds.openIncident).toHaveBeenCalledWith(nudge);
  shown?.emit('action', {}, 1);
  expect(deeds.snooze).toHaveBeenCalledWith(nudge);
});

test('after a sleep there is one for all of them, which opens the desk', () => {
  const all = notified([nudge, nudge, nudge], '3 things are due');
  expect(all.map(({ options }) => options)).toEqual([
    { title: 'Quarterdeck', body: '3 things are due' },
  ]);
  all[0]?.emit('click');
  expect(deeds.open).toHaveBeenCalled();
});

test('what people wrote is no markup to Linux’s notification servers', () => {
  const hostile = '<b>x</b> & <a href="http://evil">y</a>';
  const body = (platform: NodeJS.Platform) => notified([nudge], hostile, platform)[0]?.options.body;
  expect(body('linux')).toBe('&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href="http://evil"&gt;y&lt;/a&gt;');
  expect(body('win32')).toBe(hostile);
});

test('where the system shows none, nothing breaks', () => {
  const double = createElectronDouble({ hasNotifications: false });
  notifyOfNudges(double.parts, 'linux', engine, deeds);
  expect(double.notifications).toEqual([]);
});
