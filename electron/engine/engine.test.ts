import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop, temporaryProfile } from './testing/desktop.ts';

let desktops: Desktop[] = [];
async function desktop(options: Parameters<typeof startDesktop>[0] = {}): Promise<Desktop> {
  const started = await startDesktop(options);
  desktops.push(started);
  return started;
}

afterEach(async () => {
  for (const started of desktops) await started.stop();
  desktops = [];
});

const sentenceKinds = async (ana: Desktop, incident: IncidentId) => {
  const { items } = await ana.query('timeline', { incident, limit: 50 });
  return items.map((item) =>
    item.kind === 'change' ? item.changes.map((change) => change.kind).join('+') : item.kind,
  );
};

describe('a first start', () => {
  test('asks nothing: the Desk is empty and the person is called by their login', async () => {
    const ana = await desktop({ loginName: 'ana' });
    expect(await ana.query('desk', {})).toEqual({
      notice: null,
      active: [],
      after: [],
      recent: [],
    });
    const settings = await ana.query('settings', {});
    expect(settings.me).toEqual({ ref: 'name:ana', name: 'ana' });
    expect(settings.slack).toBeNull();
    expect((await ana.query('sync', {})).state).toBe('unconnected');
  });
});

describe('declaring', () => {
  test('one line is enough: minor, in triage, led by whoever declares', async () => {
    const ana = await desktop();
    const incident = await ana.declare('Checkout errors in EU');
    const view = await ana.query('incident', { incident });
    expect(view).toMatchObject({
      name: 'Checkout errors in EU',
      severity: 'minor',
      status: 'triage',
      private: false,
      lead: { name: 'ana' },
      endedAt: null,
    });
    expect(view.code).toMatch(/^INC-[0-9A-Z]{4}$/);
    expect((await ana.query('desk', {})).active.map((row) => row.id)).toEqual([incident]);
  });

  test('asked twice with one id, because an answer got lost, declares once', async () => {
    const ana = await desktop();
    const incident = ana.id() as IncidentId;
    const first = await ana.command('incident.declare', { incident, name: 'Slow' });
    const second = await ana.command('incident.declare', { incident, name: 'Slow' });
    expect(second).toEqual(first);
    expect((await ana.query('desk', {})).active).toHaveLength(1);
    expect(await sentenceKinds(ana, incident)).toEqual(['declared', 'role']);
  });

  test('severity, private and no lead can be chosen', async () => {
    const ana = await desktop();
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', {
      incident,
      name: 'Leak',
      severity: 'critical',
      private: true,
      lead: null,
    });
    const view = await ana.query('incident', { incident });
    expect(view).toMatchObject({ severity: 'critical', private: true, lead: null });
  });

  test.each([
    ['an empty name', { name: '   ' }, 'Say what is happening.'],
    [
      '10,000 characters',
      { name: 'x'.repeat(10_000) },
      'A name can have 150 characters. Shorten it.',
    ],
    ['an unknown severity', { name: 'x', severity: 'sev1' }, 'There is no such severity.'],
  ])('%s is refused in words and nothing is kept', async (_what, input, message) => {
    const ana = await desktop();
    const refusal = await ana.refusal('command', 'incident.declare', {
      incident: ana.id(),
      ...input,
    });
    expect(refusal).toMatchObject({ code: 'invalid_input', message });
    expect((await ana.query('desk', {})).active).toEqual([]);
  });
});

describe('the incident page', () => {
  test('every change is in the timeline by itself, in order, with what it was before', async () => {
    const ana = await desktop();
    const incident = await ana.declare('Checkout errors');
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await ana.command('incident.set-status', { incident, status: 'fixing' });
    await ana.command('incident.rename', { incident, name: 'Checkout errors in EU' });
    await ana.command('role.assign', { incident, role: 'lead', person: 'name:Ben' });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'Only eu-west.' });
    const { items, people } = await ana.query('timeline', { incident, limit: 50 });
    const told = items.flatMap((item): readonly object[] =>
      item.kind === 'change' ? item.changes : [item],
    );
    expect(told).toMatchObject([
      { kind: 'declared', name: 'Checkout errors', severity: 'minor' },
      { kind: 'role', role: 'lead', from: null, to: 'name:ana' },
      { kind: 'severity', from: 'minor', to: 'major' },
      { kind: 'status', from: 'triage', to: 'fixing' },
      { kind: 'renamed', from: 'Checkout errors', to: 'Checkout errors in EU' },
      { kind: 'role', role: 'lead', from: 'name:ana', to: 'name:Ben' },
      { kind: 'note', text: 'Only eu-west.' },
    ]);
    expect(people).toContainEqual({ ref: 'name:Ben', name: 'Ben' });
  });

  test('setting what is set already says nothing', async () => {
    const ana = await desktop();
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Slow', severity: 'minor' });
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    await ana.command('incident.rename', { incident, name: 'Slow' });
    await ana.command('incident.set-status', { incident, status: 'triage' });
    expect(await sentenceKinds(ana, incident)).toEqual(['declared', 'role']);
  });

  test('an action is added, given to someone, done and taken back', async () => {
    const ana = await desktop();
    const incident = await ana.declare('Slow');
    const action = ana.id();
    await ana.command('action.add', { incident, action, text: 'Roll back' });
    await ana.command('action.assign', { incident, action, owner: 'name:Ben' });
    await ana.command('action.complete', { incident, action, done: true });
    const [shown] = (await ana.query('incident', { incident })).actions;
    expect(shown).toMatchObject({ text: 'Roll back', owner: { name: 'Ben' }, done: true });
    await ana.command('action.complete', { incident, action, done: false });
    expect((await ana.query('incident', { incident })).actions[0]).toMatchObject({
      done: false,
      doneAt: null,
    });
  });

  test('the clock stops when the incident is resolved and runs on when it is reopened', async () => {
    const ana = await desktop();
    const incident = await ana.declare('Slow');
    await ana.clock.advance(60_000);
    await ana.command('incident.set-status', { incident, status: 'resolved' });
    const ended = await ana.query('incident', { incident });
    expect(ended.endedAt).toBe(ended.declaredAt + 60_000);
    expect((await ana.query('desk', {})).after).toHaveLength(1);
    await ana.command('incident.set-status', { incident, status: 'fixing' });
    expect((await ana.query('incident', { incident })).endedAt).toBeNull();
  });

  test('a long timeline comes in windows that join without a gap', async () => {
    const ana = await desktop();
    const incident = await ana.declare('Long');
    for (let i = 0; i < 25; i++) {
      await ana.command('note.add', { incident, entry: ana.id(), text: `note ${i}` });
    }
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const window = await ana.query('timeline', {
        incident,
        limit: 7,
        ...(before === undefined ? {} : { before }),
      });
      seen.unshift(...window.items.map((item) => item.id));
      before = window.older ?? undefined;
    } while (before !== undefined);
    expect(seen).toHaveLength(27);
    expect(new Set(seen).size).toBe(27);
  });
});

describe('what a page sends is not trusted', () => {
  test.each([
    ['nothing', undefined],
    ['text', 'declare!'],
    ['a request with more in it', { id: 1, kind: 'query', name: 'desk', input: {}, extra: 1 }],
  ])('%s is refused', async (_what, raw) => {
    const ana = await desktop();
    const reply = await ana.engine.handle(raw);
    expect(reply).toMatchObject({ type: 'error', error: { code: 'unknown_request' } });
  });

  test('a name from the prototype is no command', async () => {
    const ana = await desktop();
    expect((await ana.refusal('command', 'constructor', {})).code).toBe('unknown_request');
  });

  test('an incident nobody knows is named as missing', async () => {
    const ana = await desktop();
    const refusal = await ana.refusal('command', 'note.add', {
      incident: ana.id(),
      entry: ana.id(),
      text: 'hello',
    });
    expect(refusal.code).toBe('not_found');
  });
});

describe('a profile', () => {
  test('keeps everything over a restart', async () => {
    const { profile, remove } = temporaryProfile();
    const before = await startDesktop({ profile });
    const incident = await before.declare('Slow');
    await before.command('note.add', { incident, entry: before.id(), text: 'kept' });
    const shown = await before.query('timeline', { incident, limit: 50 });
    await before.stop();
    const after = await startDesktop({ profile, seed: 2 });
    expect(await after.query('timeline', { incident, limit: 50 })).toEqual(shown);
    await after.stop();
    remove();
  });

  test('is held by one process at a time', async () => {
    const { profile, remove } = temporaryProfile();
    const first = await startDesktop({ profile });
    await expect(startDesktop({ profile })).rejects.toThrow('already open');
    await first.stop();
    const second = await startDesktop({ profile });
    await second.stop();
    remove();
  });
});

describe('a folder that cannot be used', () => {
  test.runIf(process.platform === 'linux')('is refused at once, with words', async () => {
    await expect(startDesktop({ profile: '/proc/quarterdeck/a' })).rejects.toThrow(
      'The data folder cannot be used: /proc/quarterdeck/a',
    );
  });

  test('because of its journal is refused with words, and held by nobody afterwards', async () => {
    const { profile, remove } = temporaryProfile();
    mkdirSync(join(profile, 'journal.log'));
    await expect(startDesktop({ profile })).rejects.toThrow('EISDIR');
    rmdirSync(join(profile, 'journal.log'));
    const ana = await startDesktop({ profile });
    await ana.stop();
    remove();
  });
});
