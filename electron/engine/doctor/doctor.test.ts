import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { dumpSql } from '../testing/dump-sql.ts';
import { tell } from '../testing/golden.ts';
import { startTeam, type Team } from '../testing/team.ts';
import { examine } from './doctor.ts';
import type { Part, Report, State } from './report.ts';

let profile: string;
let remove: () => void;
let team: Team;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
  team = startTeam();
});
afterEach(() => remove());

const path = () => join(profile, 'quarterdeck.db');
const journalPath = () => join(profile, 'journal.log');

async function examined(): Promise<Report> {
  const report = await examine(profile, team.clock.now(), () => 0.5);
  if (!report.ok) throw new Error(report.error.message);
  return report.value;
}

/** What was not sound, by part. */
const troubles = (report: Report): Partial<Record<Part, State>> =>
  Object.fromEntries(
    report.findings
      .filter((finding) => finding.state !== 'sound')
      .map((finding) => [finding.part, finding.state]),
  );

const said = (report: Report, part: Part) =>
  report.findings.find((finding) => finding.part === part)?.message;

/** Does something to the closed database that Quarterdeck never would. */
function meddle(sql: string): void {
  const sqlite = new Sqlite(path());
  sqlite.unsafeMode(true);
  sqlite.exec(sql);
  sqlite.close();
}

type Story = { readonly incident: IncidentId; readonly told: readonly string[] };

/** An afternoon with Ben, all of it in Slack; Ana has quit. */
async function quietProfile(): Promise<Story> {
  const ana = await team.join('xoxp-ana', team.cable(), profile);
  const ben = await team.join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await team.clock.advance(30 * SECOND);
  await ana.command('note.add', { incident, entry: ana.id(), text: 'by Ana' });
  await ana.command('action.add', { incident, action: ana.id(), text: 'Roll back' });
  await ben.command('note.add', { incident, entry: ben.id(), text: 'by Ben' });
  await team.clock.advance(MINUTE);
  const told = await tell(ana);
  await team.leave(ana);
  return { incident, told };
}

/** Starts Ana's desktop again, lets it read, and quits. */
async function toldAgain(): Promise<readonly string[]> {
  const ana = await team.join('xoxp-ana', team.cable(), profile);
  await team.clock.advance(2 * MINUTE);
  const told = await tell(ana);
  expect((await ana.query('sync', {})).waiting).toBe(0);
  await team.leave(ana);
  const [channel = ''] = team.channelNames().filter((name) => name.startsWith('inc-'));
  const carried = team.carriedOps(channel);
  expect(carried).toEqual([...new Set(carried)]);
  return told;
}

describe('a profile that is well', () => {
  test('is found so, and left as it is', async () => {
    const { told } = await quietProfile();
    const content = () => {
      const sqlite = new Sqlite(path(), { readonly: true });
      const text = dumpSql(sqlite);
      sqlite.close();
      return text.replaceAll(/^INSERT INTO "setting".*\n/gm, '');
    };
    const before = content();
    const journal = readFileSync(journalPath(), 'utf8');
    const report = await examined();
    expect(report).toMatchObject({ profile, state: 'sound' });
    expect(report.findings.map((finding) => finding.part)).toEqual([
      'file',
      'log',
      'journal',
      'tables',
      'queue',
      'post-mortems',
      'mirror',
      'search',
      'backups',
    ]);
    expect(content()).toBe(before);
    expect(readFileSync(journalPath(), 'utf8')).toBe(journal);
    expect(await toldAgain()).toEqual(told);
  });

  test('is not looked at while Quarterdeck has it open', async () => {
    const ana = await team.join('xoxp-ana', team.cable(), profile);
    const report = await examine(profile, team.clock.now(), () => 0.5);
    expect(report).toMatchObject({ ok: false, error: { code: 'profile_in_use' } });
    await team.leave(ana);
  });

  test('has to be there: none is made', async () => {
    const nowhere = join(profile, 'nowhere');
    const report = await examine(nowhere, team.clock.now(), () => 0.5);
    expect(report).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('what is made from the log', () => {
  test.each([
    ['a row that says something else', `UPDATE action SET text = 'Roll forward'`],
    ['a row that is gone', `DELETE FROM timeline WHERE kind <> 'message'`],
    ['a row too many', `INSERT INTO role (incident, role, person) VALUES ('x', 'lead', 'y')`],
    ['a merge state that lies', `UPDATE entity SET state = '{}' WHERE entity = 'incident'`],
  ])('%s: is made again', async (_what, sql) => {
    const { told } = await quietProfile();
    meddle(sql);
    expect(troubles(await examined())).toEqual({ tables: 'repaired' });
    expect((await examined()).state).toBe('sound');
    expect(await toldAgain()).toEqual(told);
  });
});

describe('a change that no longer says what was stored', () => {
  const damage = (text: string) =>
    meddle(`UPDATE op SET fields = replace(fields, '${text}', 'rubbish')`);

  test('is taken from the journal when it was made here', async () => {
    const { told } = await quietProfile();
    damage('by Ana');
    const report = await examined();
    expect(troubles(report)).toMatchObject({ log: 'repaired' });
    expect(said(report, 'log')).toContain('From the journal came 1 change.');
    expect((await examined()).state).toBe('sound');
    expect(await toldAgain()).toEqual(told);
  });

  test('is read from Slack again when somebody else made it', async () => {
    const { told } = await quietProfile();
    damage('by Ben');
    const report = await examined();
    expect(troubles(report)).toMatchObject({ log: 'repaired' });
    expect(said(report, 'log')).toContain('Slack has 1 change');
    expect(await toldAgain()).toEqual(told);
    expect((await examined()).state).toBe('sound');
  });

  test('is named when nobody has it, and its row is kept', async () => {
    await quietProfile();
    damage('by Ben');
    meddle(`UPDATE op SET slack_ts = NULL WHERE fields LIKE '%rubbish%'`);
    const report = await examined();
    expect(report.state).toBe('lost');
    expect(said(report, 'log')).toMatch(/Found nowhere: 1 change \([0-9A-Z]{26}\)/);
    const sqlite = new Sqlite(path(), { readonly: true });
    expect(sqlite.prepare(`SELECT 1 FROM op WHERE fields LIKE '%rubbish%'`).get()).toBeDefined();
    sqlite.close();
  });
});

describe('journal and log', () => {
  test('a change that only the journal has comes back, and is not sent twice', async () => {
    const { told } = await quietProfile();
    meddle(`DELETE FROM op WHERE fields LIKE '%by Ana%'`);
    expect(troubles(await examined())).toMatchObject({ journal: 'repaired' });
    expect(await toldAgain()).toEqual(told);
  });

  test('a journal that is gone is written again', async () => {
    await quietProfile();
    const journal = readFileSync(journalPath(), 'utf8');
    rmSync(journalPath());
    expect(troubles(await examined())).toEqual({ journal: 'repaired' });
    expect(readFileSync(journalPath(), 'utf8').split('\n').sort()).toEqual(
      journal.split('\n').sort(),
    );
    expect((await examined()).state).toBe('sound');
  });

  test('lines that cannot be read are kept beside a whole journal', async () => {
    await quietProfile();
    const journal = readFileSync(journalPath(), 'utf8');
    writeFileSync(journalPath(), journal.replace('by Ana', 'by Eve'));
    expect(troubles(await examined())).toEqual({ journal: 'repaired' });
    expect(readFileSync(`${journalPath()}.damaged`, 'utf8')).toContain('by Eve');
    expect(readFileSync(journalPath(), 'utf8')).toContain('by Ana');
    expect((await examined()).state).toBe('sound');
  });
});

describe('the queue', () => {
  test('a change that nothing was about to send waits again, and is looked for before it is sent', async () => {
    const { incident, told } = await quietProfile();
    const net = team.cable();
    net.cut = true;
    const ana = await team.join('xoxp-ana', net, profile);
    await ana.command('note.add', { incident, entry: ana.id(), text: 'cut off' });
    await team.leave(ana);
    meddle(`DELETE FROM outbox; UPDATE op SET slack_ts = NULL WHERE fields LIKE '%by Ana%'`);
    const report = await examined();
    expect(troubles(report)).toMatchObject({ queue: 'repaired' });
    const after = await toldAgain();
    expect(after).toEqual(expect.arrayContaining([...told]));
    expect(after).toHaveLength(told.length + 1);
    expect((await examined()).state).toBe('sound');
  });

  test('an entry that stands for nothing any more is named', async () => {
    await quietProfile();
    meddle(`INSERT INTO outbox (op, incident, state, queued_at) VALUES ('01X', 'y', 'queued', 0)`);
    const report = await examined();
    expect(troubles(report)).toEqual({ queue: 'lost' });
    expect(said(report, 'queue')).toContain('01X');
    expect((await examined()).state).toBe('sound');
  });
});

describe('the mirror of Slack', () => {
  const SAID = 'the graph goes up';
  const message = async (incident: IncidentId) => {
    const ana = await team.join('xoxp-ana', team.cable(), profile);
    await team.clock.advance(2 * MINUTE);
    const { items } = await ana.query('timeline', { incident, limit: 50 });
    await team.leave(ana);
    return items.flatMap((item) => (item.kind === 'message' ? [item] : []));
  };
  const spoken = async () => {
    const { incident } = await quietProfile();
    const name = team.incidentChannel();
    const ben = team.slack.as('U0BEN000001');
    ben.join(name);
    const ts = ben.post(name, SAID);
    expect(await message(incident)).toMatchObject([{ text: SAID }]);
    return { incident, name, ts };
  };

  test('a message that says something else is read again, and its damage is no first text', async () => {
    const { incident } = await spoken();
    meddle(`UPDATE slack_message SET text = 'the graph goes down' WHERE text = '${SAID}'`);
    const report = await examined();
    expect(troubles(report)).toMatchObject({ mirror: 'repaired' });
    expect(said(report, 'mirror')).toContain('1 message of Slack no longer said what was read.');
    const [shown] = await message(incident);
    expect(shown).toMatchObject({ text: SAID, edited: false });
    const sqlite = new Sqlite(path(), { readonly: true });
    const first = sqlite.prepare('SELECT first_text FROM slack_message WHERE text = ?').get(SAID);
    expect(first).toEqual({ first_text: null });
    sqlite.close();
    expect((await examined()).state).toBe('sound');
  });

  test('one that Slack shows no more is named, and kept as it is', async () => {
    const { incident, name, ts } = await spoken();
    team.slack.as('U0BEN000001').remove(name, ts);
    expect(await message(incident)).toMatchObject([{ text: SAID, gone: true }]);
    meddle(`UPDATE slack_message SET text = 'the graph goes dawn' WHERE text = '${SAID}'`);
    const report = await examined();
    expect(troubles(report)).toMatchObject({ mirror: 'lost' });
    expect(said(report, 'mirror')).toContain('Slack does not show 1 message of them any more.');
    expect(await message(incident)).toMatchObject([{ text: 'the graph goes dawn', gone: true }]);
  });
});

describe('the search index', () => {
  test.each([
    ['that lost its words', `DELETE FROM written_search_data WHERE id > 10`],
    ['that says something else', `INSERT INTO written_search (rowid, text) VALUES (99, 'nothing')`],
  ])('%s is made again', async (_what, sql) => {
    const { told } = await quietProfile();
    meddle(sql);
    expect(troubles(await examined())).toEqual({ search: 'repaired' });
    const sqlite = new Sqlite(path());
    sqlite.exec(`INSERT INTO written_search (written_search, rank) VALUES ('integrity-check', 1)`);
    sqlite.close();
    expect((await examined()).state).toBe('sound');
    expect(await toldAgain()).toEqual(told);
  });
});

describe('the file', () => {
  test('damaged, is replaced by the newest good backup', async () => {
    const { told } = await quietProfile();
    await examined();
    const bytes = readFileSync(path());
    writeFileSync(path(), bytes.fill(0xa5, 5 * 4_096));
    const report = await examined();
    expect(troubles(report)).toMatchObject({ file: 'repaired' });
    expect(said(report, 'file')).toContain('It was damaged; the backup of 2026-11-21T02:');
    expect(await toldAgain()).toEqual(told);
  });

  test('with an index that lacks a row has it made again', async () => {
    await quietProfile();
    const sqlite = new Sqlite(path());
    sqlite.unsafeMode(true);
    const schema = `WHERE type = 'index' AND name = 'outbox_by_lane'`;
    const row = sqlite.prepare<[], string[]>(
      `SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ${schema}`,
    );
    const index = row.raw().get();
    sqlite.pragma('writable_schema = ON');
    sqlite.exec(`DELETE FROM sqlite_schema ${schema}`);
    sqlite.close();
    meddle(
      `INSERT INTO outbox (op, incident, state, queued_at) SELECT id, incident, 'queued', 0 FROM op LIMIT 1`,
    );
    const back = new Sqlite(path());
    back.unsafeMode(true);
    back.pragma('writable_schema = ON');
    back.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)').run(...(index ?? []));
    back.close();
    expect(troubles(await examined())).toMatchObject({ file: 'repaired' });
    expect((await examined()).state).toBe('sound');
  });
});
