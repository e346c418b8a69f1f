import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { listBackups } from './store/backup.ts';
import { type Desktop, startDesktop, temporaryProfile } from './testing/desktop.ts';
import { type Cable, startTeam, type Team } from './testing/team.ts';

let profile: string;
let remove: () => void;
let team: Team;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
  team = startTeam();
});
afterEach(() => remove());

const path = () => join(profile, 'quarterdeck.db');

/** Copying is up to the disk, whose time is not the clock's. */
const backupsTaken = (n: number) =>
  vi.waitFor(() => expect(listBackups(profile)).toHaveLength(n), { timeout: 10_000 });

/** What a person sees of an incident, the same on every desktop. */
async function seen(desktop: Desktop, incident: IncidentId) {
  const { name, severity, actions } = await desktop.query('incident', { incident });
  const told: object[] = [];
  let before: string | null | undefined;
  do {
    const window = await desktop.query('timeline', {
      incident,
      limit: 200,
      ...(typeof before === 'string' ? { before } : {}),
    });
    told.unshift(...window.items.map(({ at, by, ...item }) => ({ ...item, at, by: by.name })));
    before = window.older;
  } while (before !== null);
  return { name, severity, actions, told };
}

/** Nothing stands in Slack twice: no op, no channel, no announcement, no headline. */
function expectOnceInSlack(): void {
  const names = team.channelNames().filter((name) => name.startsWith('inc-'));
  const carried = names.flatMap((name) => team.carriedOps(name));
  expect(carried).toEqual([...new Set(carried)]);
  const subjects = names.map((name) => name.replace(/^inc-[^-]+-/, ''));
  expect(subjects).toEqual([...new Set(subjects)]);
  const said = team.metadataOf('incidents');
  const announced = said.filter(({ threadTs }) => threadTs === null).map(({ text }) => text);
  expect(announced).toEqual([...new Set(announced)]);
  expect(announced).toHaveLength(names.length);
  const headlines = said
    .filter(({ threadTs }) => threadTs !== null)
    .flatMap(({ metadata }) => String(metadata?.event_payload.ids).split(','));
  expect(headlines).toEqual([...new Set(headlines)]);
}

type Story = { readonly first: IncidentId; readonly second: IncidentId; readonly ben: Desktop };

/** A busy afternoon after the backup: what waited is sent, others write, more than a page. */
async function afterTheBackup(
  ana: Desktop,
  net: Cable,
  incidents: Omit<Story, 'ben'>,
): Promise<Story> {
  const { clock, slack } = team;
  net.cut = false;
  await clock.advance(MINUTE);
  const ben = await team.join('xoxp-ben');
  await clock.advance(MINUTE);
  const { first } = incidents;
  await ben.command('incident.set-severity', { incident: first, severity: 'critical' });
  const channel = slack.channels().find(({ name }) => name.endsWith('-first'))?.id ?? '';
  for (let n = 0; n < 450; n++) slack.say('U0BEN000001', channel, `message ${n}`);
  await ana.command('note.add', { incident: first, entry: ana.id(), text: 'after the backup' });
  await ana.command('action.add', { incident: first, action: ana.id(), text: 'Roll back' });
  await ana.declare('third');
  await clock.advance(MINUTE);
  return { ...incidents, ben };
}

/** Up to the backup: one incident is in Slack; cut off, a note and a second incident wait. */
async function upToTheBackup(): Promise<{ ana: Desktop; net: Cable } & Omit<Story, 'ben'>> {
  const { clock } = team;
  const net = team.cable();
  const ana = await team.join('xoxp-ana', net, profile);
  const first = await ana.declare('first');
  await clock.advance(30 * SECOND);
  await ana.command('incident.set-severity', { incident: first, severity: 'major' });
  await clock.advance(30 * SECOND);
  net.cut = true;
  await ana.command('note.add', { incident: first, entry: ana.id(), text: 'cut off' });
  const second = await ana.declare('second');
  await clock.advance(2 * MINUTE);
  await backupsTaken(1);
  return { ana, net, first, second };
}

async function expectAllBack(ana: Desktop, { first, second, ben }: Story): Promise<void> {
  await team.clock.advance(3 * MINUTE);
  expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
  expectOnceInSlack();
  for (const incident of [first, second]) {
    expect(await seen(ana, incident)).toEqual(await seen(ben, incident));
  }
  const { told } = await seen(ana, first);
  expect(
    told.filter((item) => 'text' in item && /^message \d+$/.test(String(item.text))),
  ).toHaveLength(450);
  const names = (await ana.query('desk', {})).active.map((row) => row.name).sort();
  expect(names).toEqual(['first', 'second', 'third']);
}

describe('an old backup in the place of a damaged file', () => {
  const damages: readonly (readonly [string, () => void])[] = [
    ['is rubbish', () => writeFileSync(path(), 'no database '.repeat(2_000))],
    [
      'has a torn schema',
      () => {
        writeFileSync(path(), readFileSync(path()).fill(0x5a, 100, 4_096));
      },
    ],
    ['is gone', () => rmSync(path())],
  ];

  test.each(damages)(
    'when it %s: nothing is lost, sent twice or missed, and it is told',
    async (_what, damage) => {
      const { ana, net, ...incidents } = await upToTheBackup();
      const [backup] = listBackups(profile);
      const story = await afterTheBackup(ana, net, incidents);
      await team.leave(ana);
      damage();
      const again = await team.join('xoxp-ana', net, profile);
      const { notice } = await again.query('desk', {});
      expect(notice?.message).toContain(
        'It was restored from the backup of 21 Nov 2026, 02:02 UTC',
      );
      expect(listBackups(profile)).toContainEqual(backup);
      await expectAllBack(again, story);
      await team.leave(again);
      const quiet = await team.join('xoxp-ana', net, profile);
      expect((await quiet.query('desk', {})).notice).toBeNull();
    },
  );

  test('is not sent with another account than the one it was written under', async () => {
    const { ana, net, ...incidents } = await upToTheBackup();
    await afterTheBackup(ana, net, incidents);
    await team.leave(ana);
    rmSync(path());
    const ben = await team.join('xoxp-ben', team.cable(), profile);
    await team.clock.advance(3 * MINUTE);
    expectOnceInSlack();
    expect((await ben.query('sync', {})).waiting).toBe(0);
  });
});

describe('an old copy that somebody put back', () => {
  test.each([
    ['a copy made while it was closed', () => path()],
    ['a backup', () => listBackups(profile)[0]?.file ?? ''],
  ])('%s: nothing is lost, sent twice or missed, and it is told', async (_what, source) => {
    const { ana, net, ...incidents } = await upToTheBackup();
    await team.leave(ana);
    const copy = join(profile, 'copy.db');
    copyFileSync(source(), copy);
    // As if it were from the moment before the announcement, and its first reply, were posted.
    const sqlite = new Sqlite(copy);
    sqlite.exec(`UPDATE slack_channel SET announce = 'due' WHERE channel IS NOT NULL`);
    sqlite.exec(`INSERT INTO headline (op, incident, state, queued_at)
      SELECT id, incident, 'queued', ${team.clock.now()} FROM op
      WHERE entity = 'incident' AND fields LIKE '%"severity"%' AND fields NOT LIKE '%"code"%'`);
    sqlite.close();
    const told = team.metadataOf('incidents').filter(({ threadTs }) => threadTs !== null);
    expect(told.length).toBeGreaterThan(0);
    const between = await team.join('xoxp-ana', net, profile);
    const story = await afterTheBackup(between, net, incidents);
    await team.leave(between);
    copyFileSync(copy, path());
    const again = await team.join('xoxp-ana', net, profile);
    expect((await again.query('desk', {})).notice?.message).toContain('older than the last one');
    await expectAllBack(again, story);
  });

  test('while Slack is down is a desktop to work with, and sends nothing before it has looked', async () => {
    const { ana, net, ...incidents } = await upToTheBackup();
    const story = await afterTheBackup(ana, net, incidents);
    await team.leave(ana);
    copyFileSync(listBackups(profile)[0]?.file ?? '', path());
    net.cut = true;
    const again = await team.join('xoxp-ana', net, profile);
    await again.command('note.add', { incident: story.first, entry: again.id(), text: 'offline' });
    await team.clock.advance(HOUR);
    net.cut = false;
    await expectAllBack(again, story);
  });
});

/** Overwrites the pages that hold a table's rows. */
function damageTable(name: string): void {
  const sqlite = new Sqlite(path(), { readonly: true });
  const pages = sqlite
    .prepare<[string], number>(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'`)
    .pluck()
    .all(name);
  sqlite.close();
  expect(pages.length).toBeGreaterThan(0);
  const bytes = readFileSync(path());
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4_096, page * 4_096);
  writeFileSync(path(), bytes);
}

test('a change that no longer says what was stored is noticed while running, and brought back', async () => {
  const ana = await team.join('xoxp-ana', team.cable(), profile);
  const ben = await team.join('xoxp-ben');
  const incident = await ana.declare('first');
  await team.clock.advance(30 * SECOND);
  await ana.command('note.add', { incident, entry: ana.id(), text: 'by Ana' });
  await ben.command('note.add', { incident, entry: ben.id(), text: 'by Ben' });
  await team.clock.advance(MINUTE);
  const before = await seen(ana, incident);
  await team.leave(ana);
  const sqlite = new Sqlite(path());
  sqlite.exec(`UPDATE op SET fields = replace(fields, '"by ', '"bye ')`);
  sqlite.close();
  const again = await team.join('xoxp-ana', team.cable(), profile);
  await team.clock.advance(4 * MINUTE);
  expect(again.log.find((line) => line.event === 'log.mended')?.detail).toEqual({
    fromJournal: 1,
    fromSlack: 1,
    lost: 0,
  });
  expect(await seen(again, incident)).toEqual(before);
  expectOnceInSlack();
});

describe('backups', () => {
  test('are taken once a start is calm, then every four hours in which something changed', async () => {
    const ana = await startDesktop({ profile, clock: team.clock });
    const incident = await ana.declare('first');
    // Of an incident that runs people are reminded, which is something that changed.
    await ana.command('incident.set-status', { incident, status: 'closed' });
    await team.clock.advance(MINUTE);
    expect(listBackups(profile)).toHaveLength(0);
    await team.clock.advance(2 * MINUTE);
    await backupsTaken(1);
    await team.clock.advance(9 * HOUR);
    await ana.declare('second');
    await team.clock.advance(4 * HOUR);
    await backupsTaken(2);
    const hours = listBackups(profile).map(({ takenAt }) =>
      Math.floor((takenAt - ana.clock.now()) / HOUR),
    );
    expect(hours).toEqual([-2, -14]);
    await ana.stop();
    expect(readdirSync(profile).sort()).toEqual([
      'backups',
      'in-use.lock',
      'journal.log',
      'quarterdeck.db',
      'session.json',
    ]);
  });

  test('damage met while running is told, and mended by the next start', async () => {
    const ana = await startDesktop({ profile, clock: team.clock });
    const incident = await ana.declare('first');
    for (let n = 0; n < 60; n++) {
      await ana.command('note.add', { incident, entry: ana.id(), text: `${n} ${'x'.repeat(900)}` });
    }
    await team.clock.advance(3 * MINUTE);
    await backupsTaken(1);
    await ana.command('note.add', { incident, entry: ana.id(), text: 'after the backup' });
    const before = await seen(ana, incident);
    await ana.stop();
    damageTable('timeline');
    const hurt = await startDesktop({ profile, clock: team.clock, seed: 3 });
    const refusal = await hurt.refusal('query', 'timeline', { incident, limit: 50 });
    expect(refusal.code).toBe('storage_failed');
    expect((await hurt.query('desk', {})).notice?.message).toBe('The data file is damaged.');
    await hurt.stop();
    const mended = await startDesktop({ profile, clock: team.clock, seed: 4 });
    expect((await mended.query('desk', {})).notice?.message).toContain('from the backup of');
    expect(await seen(mended, incident)).toEqual(before);
    await mended.stop();
  });
});
