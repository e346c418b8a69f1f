import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SHORTCUTS } from '#shared/domain/shortcut.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { told } from '../testing/told.ts';

let ana: Desktop;
beforeEach(async () => {
  ana = await startDesktop();
});
afterEach(() => ana.stop());

test('quiet hours and density are kept, and an hour a day is left', async () => {
  const hours = { from: 22 * 60, to: 6 * 60, weekends: false };
  await ana.command('desktop.set-quiet-hours', { hours });
  await ana.command('desktop.set-density', { density: 'compact' });
  expect(await ana.query('settings', {})).toMatchObject({ quietHours: hours, density: 'compact' });
  const all = { hours: { from: 0, to: 23 * 60 + 30, weekends: false } };
  expect((await ana.refusal('command', 'desktop.set-quiet-hours', all)).message).toMatch(
    'Leave an hour a day',
  );
});

test('a role is called here as the team calls it, and all are told so when it is given', async () => {
  const chosen = { role: 'deputy', name: 'Second', duty: 'Keep the clock.' } as const;
  await ana.command('desktop.set-role', chosen);
  expect((await ana.query('settings', {})).roles[1]).toEqual(chosen);
  const incident = await ana.declare('Slow');
  await ana.command('role.assign', { incident, role: 'deputy', person: 'name:Ben' });
  expect((await ana.query('incident', { incident })).roles[1]).toMatchObject({ name: 'Second' });
  expect((await told(ana, incident)).join('\n')).toContain('Second');
});

test('an empty text is as it comes, and the lead stays the lead', async () => {
  const [lead] = (await ana.query('settings', {})).roles;
  await ana.command('desktop.set-role', { role: 'lead', name: 'Boss', duty: 'Decide.' });
  expect((await ana.query('settings', {})).roles[0]).toEqual({
    ...{ role: 'lead', name: 'Lead', duty: 'Decide.' },
  });
  await ana.command('desktop.set-role', { role: 'lead', name: '', duty: '' });
  expect((await ana.query('settings', {})).roles[0]).toEqual(lead);
});

test('a shortcut is chosen, turned off, and comes back as it was; no two have the same keys', async () => {
  const keys = 'CommandOrControl+Alt+Shift+I';
  const set = (shortcut: 'declare' | 'note', to: string | null) =>
    ana.command('desktop.set-shortcut', { shortcut, keys: to });
  await set('declare', keys);
  await set('note', '');
  expect((await ana.query('settings', {})).shortcuts).toEqual({ declare: keys, note: '' });
  const twice = { shortcut: 'note', keys };
  expect(await ana.refusal('command', 'desktop.set-shortcut', twice)).toMatchObject({
    message: 'The other shortcut has these keys.',
  });
  const everybodys = { shortcut: 'note', keys: 'CommandOrControl+C' };
  expect(await ana.refusal('command', 'desktop.set-shortcut', everybodys)).toMatchObject({
    message: 'Other programs use these keys. Hold two others with it.',
  });
  await set('declare', null);
  await set('note', null);
  expect((await ana.query('settings', {})).shortcuts).toEqual(DEFAULT_SHORTCUTS);
});
