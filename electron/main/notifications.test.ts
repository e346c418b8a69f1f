import { beforeEach, expect, test, vi } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NewsViewT } from '#shared/contract/views/news.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { showNotifications } from './notifications.ts';
import { createElectronDouble } from './testing/electron-double.ts';

const nudge: NudgeViewT = {
  ...{ incident: 'I' as IncidentId, code: 'INC-1', rule: 'update', subject: 'internal' },
  ...{ occasion: '1', dueAt: 0, since: 0, person: null, thing: 'internal' },
  ...{ text: 'Update due', answer: { command: 'update.add', label: 'Write update' } },
};
const news: NewsViewT = {
  ...{ incident: 'I' as IncidentId, code: 'INC-1', name: 'Checkout', kind: 'action' },
  ...{ subject: 'A', occasion: 'O', at: 0, by: { ref: 'U0BEN', name: 'Ben' } },
  text: 'Ben gave you an action: Roll back',
};
const elsewhere = 'J' as IncidentId;

let heard: (event: ContractEvent) => void;
const engine = {
  subscribe: (listener: typeof heard) => {
    heard = listener;
    return () => undefined;
  },
} as EngineLink;

const deeds = {
  ...{ open: vi.fn(), openIncident: vi.fn(), openPostMortem: vi.fn() },
  ...{ snooze: vi.fn(), startAction: vi.fn() },
};
const failed = vi.fn();
beforeEach(() => vi.clearAllMocks());

function notified(event: ContractEvent, platform: NodeJS.Platform = 'darwin') {
  const double = createElectronDouble();
  showNotifications(double.parts, platform, engine, deeds, failed);
  heard(event);
  return double.notifications;
}
const nudged = (nudges: NudgeViewT[], text = 'all') => ({ view: 'nudged', nudges, text }) as const;
const told = (items: NewsViewT[], text = 'all') => ({ view: 'news', news: items, text }) as const;

test('one reminder says what is due; a click opens its incident, a button puts it off', () => {
  const [shown] = notified(nudged([nudge]));
  expect(shown?.options).toMatchObject({
    ...{ title: 'INC-1', body: 'Update due' },
    actions: [{ text: 'Write update' }, { text: 'Remind me in 10 min' }],
  });
  expect(shown?.asked).toEqual(['show']);
  shown?.emit('click');
  expect(deeds.openIncident).toHaveBeenCalledWith('I');
  shown?.emit('action', { actionIndex: 1 });
  expect(deeds.snooze).toHaveBeenCalledWith(nudge);
});

test('one about the post-mortem opens the post-mortem', () => {
  const [shown] = notified(nudged([{ ...nudge, rule: 'review' }]));
  shown?.emit('click');
  expect(deeds.openPostMortem).toHaveBeenCalledWith('I');
});

test('what concerns me says in which incident; an action can be started from it', () => {
  const [shown] = notified(told([news]));
  expect(shown?.options).toMatchObject({
    ...{ title: 'INC-1 Checkout', body: 'Ben gave you an action: Roll back' },
    actions: [{ text: 'Open' }, { text: 'Start it' }],
  });
  shown?.emit('action', { actionIndex: 1 });
  expect(deeds.startAction).toHaveBeenCalledWith('I', 'A');
  shown?.emit('action', { actionIndex: 0 });
  expect(deeds.openIncident).toHaveBeenCalledWith('I');
  const [lead] = notified(told([{ ...news, kind: 'lead', subject: 'lead' }]));
  expect(lead?.options.actions).toMatchObject([{ text: 'Open' }]);
});

test('several at once are one: it opens their incident, or the desk where there are more', () => {
  const all = notified(
    nudged([nudge, nudge, { ...nudge, incident: elsewhere }], '3 things are due'),
  );
  expect(all.map(({ options }) => options)).toEqual([
    { title: 'Quarterdeck', body: '3 things are due' },
  ]);
  all[0]?.emit('click');
  expect(deeds.open).toHaveBeenCalled();
  notified(told([news, { ...news, kind: 'lead' }]))[0]?.emit('click');
  expect(deeds.openIncident).toHaveBeenCalledWith('I');
});

test('what people wrote is no markup to Linux’s notification servers', () => {
  const text = '<b>x</b> & <a href="http://evil">y</a>';
  const body = (platform: NodeJS.Platform) =>
    notified(nudged([{ ...nudge, text }]), platform)[0]?.options.body;
  expect(body('linux')).toBe('&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href="http://evil"&gt;y&lt;/a&gt;');
  expect(body('win32')).toBe(text);
});

test('where the system shows none, nothing breaks; where it refuses one, that is told', () => {
  const double = createElectronDouble({ hasNotifications: false });
  showNotifications(double.parts, 'linux', engine, deeds, failed);
  expect(double.notifications).toEqual([]);
  const [shown] = notified(told([news]));
  shown?.emit('failed', {}, 'Notifications are off for Quarterdeck');
  expect(failed).toHaveBeenCalledWith('Notifications are off for Quarterdeck');
});
