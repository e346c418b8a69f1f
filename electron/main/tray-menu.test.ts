import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { IncidentRowT } from '#shared/contract/views.ts';
import { type TrayDeeds, trayMenu, trayState, trayTip } from './tray-menu.ts';

const HOUR = 3_600_000;
const row = (code: string, name: string): IncidentRowT => ({
  ...{ id: code as IncidentId, code, name, severity: 'major', status: 'fixing', private: false },
  ...{ lead: null, declaredAt: 0, endedAt: null, nextUpdateDue: null, updatesDue: [] },
});
const nudge: NudgeViewT = {
  ...{ incident: 'INC-1' as IncidentId, code: 'INC-1', rule: 'update', subject: 'internal' },
  ...{ occasion: '1', dueAt: 0, since: 0, person: null, thing: 'internal' },
  ...{ text: 'Update overdue by 4 min', answer: { command: 'update.add', label: 'Write update' } },
};
const seen = (active: IncidentRowT[], nudges: NudgeViewT[] = []) => ({
  desk: { notice: null, active, after: [], recent: [] },
  nudges,
});

const deeds = (): TrayDeeds => ({
  ...{ open: vi.fn(), openIncident: vi.fn(), declare: vi.fn() },
  ...{ hud: vi.fn(), snooze: vi.fn(), quit: vi.fn() },
});
const labels = (given: ReturnType<typeof seen>) =>
  trayMenu(given, HOUR, deeds()).flatMap(({ label }) => (label === undefined ? [] : [label]));

function press(item: MenuItemConstructorOptions | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

test('calm: nothing but the ways on', () => {
  expect(trayState(seen([]))).toBe('calm');
  expect(trayTip(seen([]))).toBe('Quarterdeck: all calm');
  expect(labels(seen([]))).toEqual([
    'All calm',
    ...['Declare incident…', 'Show HUD', 'Open Quarterdeck', 'Quit'],
  ]);
});

test('active: each incident with its clock', () => {
  const two = seen([row('INC-1', 'Checkout'), row('INC-2', 'R&D')]);
  expect(trayState(two)).toBe('active');
  expect(trayTip(two)).toBe('Quarterdeck: 2 active incidents');
  expect(labels(two).slice(0, 2)).toEqual(['▲ INC-1 Checkout  1 h', '▲ INC-2 R&&D  1 h']);
});

test('attention: the one thing that is due next comes first, with what to press', () => {
  const due = seen([row('INC-1', 'Checkout')], [nudge]);
  expect(trayState(due)).toBe('attention');
  expect(trayTip(due)).toBe('INC-1: Update overdue by 4 min');
  const pressed = deeds();
  const menu = trayMenu(due, HOUR, pressed);
  expect(menu.slice(0, 3).map(({ label }) => label)).toEqual([
    'INC-1: Update overdue by 4 min',
    'Write update…',
    'Remind me in 10 min',
  ]);
  press(menu[1]);
  press(menu[2]);
  expect(pressed.openIncident).toHaveBeenCalledWith('INC-1');
  expect(pressed.snooze).toHaveBeenCalledWith(nudge);
});

test('a menu stays a menu: few rows, short lines, whole characters', () => {
  const many = Array.from({ length: 30 }, (_, i) => row(`INC-${i}`, '🔥'.repeat(75)));
  const items = trayMenu(seen(many), HOUR, deeds());
  expect(items.length).toBeLessThan(16);
  for (const { label = '' } of items) {
    expect(label.length).toBeLessThanOrEqual(60);
    expect(label.isWellFormed()).toBe(true);
  }
});
