import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { type Desktop, temporaryProfile } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

const queue = (desktop: Desktop) => desktop.query('queue', {});

async function notes(desktop: Desktop, incident: IncidentId): Promise<string[]> {
  const { items } = await desktop.query('timeline', { incident, limit: 50 });
  return items.flatMap((item) => (item.kind === 'note' ? [item.text] : []));
}

const note = (desktop: Desktop, incident: IncidentId, text: string) =>
  desktop.command('note.add', { incident, entry: desktop.id(), text });

/** The op of the queued change with this text. */
async function queued(desktop: Desktop, text: string): Promise<OpId> {
  const item = (await queue(desktop)).items.find((one) => one.text === text);
  if (item === undefined) throw new Error(`"${text}" does not wait`);
  return item.op;
}

/** A desktop with an incident in Slack, then cut off. */
async function cutOff(profile?: string) {
  const team = startTeam();
  const net = team.cable();
  const ana = await team.join('xoxp-ana', net, profile);
  const incident = await ana.declare('Slow');
  await team.clock.advance(20 * SECOND);
  net.cut = true;
  // It has noticed.
  await team.clock.advance(20 * SECOND);
  return { ...team, net, ana, incident };
}

describe('what waits to leave', () => {
  test('is listed in order, in words, with its state', async () => {
    const { ana, incident, clock } = await cutOff();
    await note(ana, incident, 'one');
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(30 * SECOND);
    const { items, total } = await queue(ana);
    expect(total).toBe(2);
    expect(items.map((item) => item.changes[0]?.kind)).toEqual(['note', 'severity']);
    expect(items.map((item) => item.text)).toEqual(['one', null]);
    expect(items.every((item) => item.title?.endsWith(' Slow'))).toBe(true);
    expect(items[0]).toMatchObject({ by: { name: 'Ana' }, parked: null });
  });

  test('can be taken back: it never reaches Slack, and is gone here', async () => {
    const { ana, incident, clock, net, metadataOf, incidentChannel } = await cutOff();
    await note(ana, incident, 'a slip');
    await note(ana, incident, 'meant');
    await ana.command('queue.cancel', { op: await queued(ana, 'a slip') });
    expect(await notes(ana, incident)).toEqual(['meant']);
    net.cut = false;
    await clock.advance(60 * SECOND);
    expect((await queue(ana)).total).toBe(0);
    const said = metadataOf(incidentChannel()).map(({ text }) => text);
    expect(said.some((text) => text.includes('a slip'))).toBe(false);
    expect(said.at(-1)).toContain('✎ meant');
  });

  test('comes back when that is undone', async () => {
    const { ana, incident, clock, net, metadataOf, incidentChannel } = await cutOff();
    await note(ana, incident, 'kept');
    const { cancelled } = await ana.command('queue.cancel', { op: await queued(ana, 'kept') });
    await ana.command('queue.restore', { ops: [...cancelled, ...cancelled] });
    await ana.command('queue.restore', { ops: cancelled });
    expect(await notes(ana, incident)).toEqual(['kept']);
    net.cut = false;
    await clock.advance(60 * SECOND);
    expect(
      metadataOf(incidentChannel()).filter(({ text }) => text.includes('✎ kept')),
    ).toHaveLength(1);
  });

  test('takes with it what makes no sense without it', async () => {
    const { ana, incident } = await cutOff();
    const action = ana.id();
    await ana.command('action.add', { incident, action, text: 'Roll back' });
    await ana.command('action.complete', { incident, action, done: true });
    const { cancelled } = await ana.command('queue.cancel', { op: await queued(ana, 'Roll back') });
    expect(cancelled).toHaveLength(2);
    expect((await ana.query('incident', { incident })).actions).toEqual([]);
    await ana.command('queue.restore', { ops: cancelled });
    expect((await ana.query('incident', { incident })).actions).toMatchObject([{ done: true }]);
  });

  test('may be a whole incident that nobody has seen', async () => {
    const { ana, clock, net, channelNames } = await cutOff();
    const mistake = await ana.declare('Mistake');
    await note(ana, mistake, 'oh');
    await ana.command('queue.cancel', { op: await queued(ana, 'Mistake') });
    expect((await ana.query('desk', {})).active.map((row) => row.name)).toEqual(['Slow']);
    net.cut = false;
    await clock.advance(60 * SECOND);
    expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
    expect((await ana.query('sync', {})).state).toBe('synced');
  });

  test('can be given another text, in its place', async () => {
    const { ana, incident, clock, net, metadataOf, incidentChannel } = await cutOff();
    await note(ana, incident, 'first');
    await note(ana, incident, 'secnod');
    await note(ana, incident, 'third');
    await ana.command('queue.edit', { op: await queued(ana, 'secnod'), text: 'second' });
    expect(await notes(ana, incident)).toEqual(['first', 'second', 'third']);
    expect((await queue(ana)).items.map((item) => item.text)).toEqual(['first', 'second', 'third']);
    net.cut = false;
    await clock.advance(60 * SECOND);
    const said = metadataOf(incidentChannel()).map(({ text }) => text);
    expect(said.some((text) => text.includes('secnod'))).toBe(false);
    expect(said.join('\n')).toMatch(/first[\s\S]*second[\s\S]*third/);
  });

  test('keeps to the limits of the command that made it', async () => {
    const { ana, incident } = await cutOff();
    await ana.command('incident.rename', { incident, name: 'Slower' });
    const op = await queued(ana, 'Slower');
    const edit = (text: string) => ana.refusal('command', 'queue.edit', { op, text });
    expect((await edit('x'.repeat(5_000))).message).toMatch(/^A name can have/);
    expect((await edit('  ')).message).toBe('Say what is happening.');
    await ana.command('queue.edit', { op, text: ' Slowest ' });
    expect((await ana.query('incident', { incident })).name).toBe('Slowest');
    await ana.command('incident.set-summary', { incident, summary: 'So far.' });
    await ana.command('queue.edit', { op: await queued(ana, 'So far.'), text: '' });
    expect((await ana.query('incident', { incident })).summary).toBe('');
  });

  test('is nobody’s to word where it repeats another incident’s name', async () => {
    const { ana, incident } = await cutOff();
    const other = await ana.declare('Another');
    await ana.command('incident.relate', { incident, other, related: true });
    const relation = (await queue(ana)).items.find(({ changes }) =>
      changes.some(({ kind }) => kind === 'relation'),
    );
    expect(relation).toMatchObject({ text: null });
    const refusal = await ana.refusal('command', 'queue.edit', { op: relation?.op, text: 'x' });
    expect(refusal.message).toBe('There is no text in this change.');
  });

  test('that Slack has already cannot be taken back, and says so', async () => {
    const { ana, incident, clock, net } = await cutOff();
    await note(ana, incident, 'gone');
    const op = await queued(ana, 'gone');
    net.cut = false;
    await clock.advance(60 * SECOND);
    const refusal = await ana.refusal('command', 'queue.cancel', { op });
    expect(refusal.message).toBe('This does not wait any more: Slack has it.');
    expect(await notes(ana, incident)).toEqual(['gone']);
  });
});

describe('taken back while nobody knew whether it had left', () => {
  test('it counts again on every desktop if Slack has it', async () => {
    const { ana, incident, clock, net, slack, join } = await cutOff();
    const ben = await join('xoxp-ben');
    net.cut = false;
    await clock.advance(30 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
    await note(ana, incident, 'left');
    await clock.advance(100);
    net.cut = true;
    await clock.advance(SECOND);
    expect((await queue(ana)).items[0]?.state).toBe('unknown');
    await ana.command('queue.cancel', { op: await queued(ana, 'left') });
    expect(await notes(ana, incident)).toEqual([]);
    net.cut = false;
    await clock.advance(90 * SECOND);
    expect(await notes(ana, incident)).toEqual(['left']);
    expect(await notes(ben, incident)).toEqual(['left']);
  });

  test('and put back before Slack was read, it is looked for there, not sent again', async () => {
    const { ana, incident, clock, net, slack, metadataOf, incidentChannel } = await cutOff();
    net.cut = false;
    await clock.advance(30 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
    await note(ana, incident, 'left');
    await clock.advance(100);
    net.cut = true;
    await clock.advance(SECOND);
    const { cancelled } = await ana.command('queue.cancel', { op: await queued(ana, 'left') });
    await ana.command('queue.restore', { ops: cancelled });
    net.cut = false;
    await clock.advance(90 * SECOND);
    expect((await queue(ana)).total).toBe(0);
    const said = metadataOf(incidentChannel()).filter(({ text }) => text.includes('✎ left'));
    expect(said).toHaveLength(1);
  });
});

describe('over a restart', () => {
  test('what was taken back stays so, even if the database is lost', async () => {
    const { profile, remove } = temporaryProfile();
    const {
      ana,
      incident,
      clock,
      net,
      join: start,
      leave,
      metadataOf,
      incidentChannel,
    } = await cutOff(profile);
    await note(ana, incident, 'a slip');
    await note(ana, incident, 'meant');
    await ana.command('queue.cancel', { op: await queued(ana, 'a slip') });
    await leave(ana);
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(profile, `quarterdeck.db${end}`), { force: true });
    }
    net.cut = false;
    const again = await start('xoxp-ana', net, profile);
    await clock.advance(90 * SECOND);
    expect(await notes(again, incident)).toEqual(['meant']);
    const said = metadataOf(incidentChannel()).map(({ text }) => text);
    expect(said.some((text) => text.includes('a slip'))).toBe(false);
    await leave(again);
    remove();
  });
});

test('a lane whose way is closed can be given up, and the others go on', async () => {
  const { ana, incident, clock, net, slack, incidentChannel } = await cutOff();
  net.cut = false;
  slack.archive(slack.channelNamed(incidentChannel())?.id ?? '');
  await note(ana, incident, 'too late');
  await clock.advance(30 * SECOND);
  const [held] = (await queue(ana)).items;
  expect(held).toMatchObject({ state: 'parked', text: 'too late' });
  expect(held?.parked?.reason).toContain('is archived in Slack');
  const { cancelled } = await ana.command('queue.discard', { incident });
  expect(cancelled).toHaveLength(1);
  expect(await notes(ana, incident)).toEqual([]);
  expect((await ana.query('incident', { incident })).parked).toBeNull();
  expect((await ana.query('sync', {})).waiting).toBe(0);
});
