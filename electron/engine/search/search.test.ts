import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { SearchHitT } from '#shared/contract/search-view.ts';
import { rebuild } from '../log/rebuild.ts';
import { closeDatabase, type Db, inTransaction, openDatabase, run } from '../store/database.ts';
import { rebuildIndex, saveWritten, unsoundIndexes } from '../store/search.ts';
import { saveChannel } from '../store/slack-channels.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';
import { search } from './search.ts';

const marked = ({ snippet: { text, marks } }: SearchHitT) =>
  marks.map(([from, to]) => text.slice(from, to));

describe('a desktop that was never connected', () => {
  let ana: Desktop;
  let incident: IncidentId;
  const find = async (text: string, limit = 20) =>
    (await ana.query('search', { text, limit })).hits;

  beforeEach(async () => {
    ana = await startDesktop();
    incident = await ana.declare('Checkout errors in EU');
    await ana.command('note.add', { incident, entry: ana.id(), text: '5xx from eu-west only' });
    await ana.command('action.add', { incident, action: ana.id(), text: 'Roll back the deploy' });
  });
  afterEach(() => ana.stop());

  test('finds incidents, notes and actions, and says where and why', async () => {
    const [declared] = await find('checkout');
    expect(declared).toMatchObject({ incident, kind: 'incident', id: incident, by: null });
    expect(declared?.name).toBe('Checkout errors in EU');
    expect(declared === undefined ? [] : marked(declared)).toEqual(['Checkout']);
    expect((await find('eu-west')).map(({ kind }) => kind)).toEqual(['entry']);
    expect((await find('deploy roll')).map(({ kind }) => kind)).toEqual(['action']);
  });

  test('finds as one types, without regard to case and accents', async () => {
    await ana.command('note.add', { incident, entry: ana.id(), text: 'Écran noir à Zürich' });
    for (const typed of ['écr', 'ecran', 'ZUR', 'noir zürich']) {
      expect((await find(typed)).map(({ snippet }) => snippet.text)).toEqual([
        'Écran noir à Zürich',
      ]);
    }
    expect(await find('zur ')).toEqual([]);
  });

  test('finds an incident by its code and by its new name, no longer by the old one', async () => {
    const [row] = (await ana.query('desk', {})).active;
    expect((await find(row?.code.slice(4) ?? '')).map(({ kind }) => kind)).toEqual(['incident']);
    await ana.command('incident.rename', { incident, name: 'Payments fail' });
    expect(await find('checkout')).toEqual([]);
    expect(await find('payments')).toHaveLength(1);
  });

  test('gives as many hits as asked for and says that there are more', async () => {
    for (let i = 0; i < 4; i++) {
      await ana.command('note.add', { incident, entry: ana.id(), text: `retry ${i}` });
    }
    const found = await ana.query('search', { text: 'retry', limit: 3 });
    expect(found.hits).toHaveLength(3);
    expect(found.more).toBe(true);
  });

  test('takes whatever is typed for words, never for a query language', async () => {
    const operators = fc.constantFrom(
      ...['AND', 'OR', 'NOT', 'NEAR(', '"', "'", '*', '^', ':', '-', '(', ')', '{', '}', '+', ','],
      ...['text:', 'rowid', '\0', ';', '--', '%', 'message_search', 'eu', 'a*', '\ud800', '￿'],
    );
    const typed = fc.oneof(
      fc.array(fc.oneof(operators, fc.string()), { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(await find(text.slice(0, 200))).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
    expect(await find('checkout OR deploy')).toEqual([]);
    expect(await find('check* NOT zzz')).toEqual([]);
  });

  test('finds every word that was written', async () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9äöüßéèñçøåčžαβγдежщ]{1,12}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
        const entry = ana.id();
        await ana.command('note.add', { incident, entry, text: words.join(' ') });
        const typed = `${words.join(', ')} `;
        const found = await ana.query('search', { text: typed, limit: 50 });
        expect(found.more || found.hits.some(({ id }) => id === entry)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('what was said in Slack is found, as it says now and by the names it shows', async () => {
  const { clock, slack, join, incidentChannel } = startTeam();
  const ana = await join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await clock.advance(20 * SECOND);
  const channel = slack.channels().find(({ name }) => name === incidentChannel())?.id ?? '';
  slack.say('U0BEN000001', channel, 'the <https://grafana.example.com|dashboard> is &lt;red&gt;');
  await clock.advance(20 * SECOND);
  const { hits } = await ana.query('search', { text: 'dashboard', limit: 5 });
  expect(hits).toMatchObject([
    {
      incident,
      kind: 'message',
      by: { name: 'Ben' },
      snippet: { text: 'the dashboard (https://grafana.example.com) is <red>' },
    },
  ]);
});

describe('the indexes', () => {
  let db: Db;
  let remove: () => void;
  const incident = '01K0000000000000000000000A' as IncidentId;
  const insert = (ts: string, text: string) =>
    run(
      db,
      `INSERT INTO slack_message (channel, ts, author, text, edited, hash)
       VALUES ('C1', ?, 'U0ANA', ?, 0, '')
       ON CONFLICT (channel, ts) DO UPDATE SET text = excluded.text`,
      ts,
      text,
    );
  const say = (ts: string, text: string) => inTransaction(db, () => insert(ts, text));
  const found = (typed: string) => search(db, typed, 10).hits.map(({ text }) => text);

  beforeEach(() => {
    const temporary = temporaryProfile();
    remove = temporary.remove;
    const opened = openDatabase(temporary.profile);
    if (!opened.ok) throw new Error(opened.error.message);
    db = opened.value;
    saveChannel(db, { incident, channel: 'C1', name: 'inc-1', announce: 'done' });
  });
  afterEach(() => {
    closeDatabase(db);
    remove();
  });

  test('follow every edit and every removal of their rows', () => {
    say('1.000001', 'first words');
    say('1.000002', 'other words');
    say('1.000001', 'edited words');
    expect(found('first')).toEqual([]);
    expect(found('edited')).toEqual(['edited words']);
    run(db, `DELETE FROM slack_message WHERE ts = '1.000002'`);
    expect(found('words')).toEqual(['edited words']);
    inTransaction(db, () => {
      insert('1.000003', 'written');
      insert('1.000003', 'and edited before anybody looked');
      insert('1.000004', 'written and taken back');
      run(db, `DELETE FROM slack_message WHERE ts = '1.000004'`);
    });
    expect(found('written')).toEqual([]);
    expect(found('looked')).toEqual(['and edited before anybody looked']);
    expect(unsoundIndexes(db)).toEqual([]);
  });

  test('that say something else than their rows are noticed, and made again', () => {
    say('1.000001', 'needle');
    inTransaction(db, () =>
      saveWritten(db, { incident, entity: 'entry:1', at: 0, text: 'haystack' }),
    );
    run(db, `INSERT INTO message_search (message_search) VALUES ('delete-all')`);
    run(
      db,
      `INSERT INTO written_search (written_search, rowid, text)
       SELECT 'delete', id, text FROM written`,
    );
    expect(found('needle')).toEqual([]);
    expect(unsoundIndexes(db)).toEqual(['message_search', 'written_search']);
    for (const index of unsoundIndexes(db)) rebuildIndex(db, index);
    expect(unsoundIndexes(db)).toEqual([]);
    expect(found('needle')).toEqual(['needle']);
  });

  test('lose what no op says, when the tables are made again', () => {
    saveWritten(db, { incident, entity: 'entry:1', at: 0, text: 'nobody wrote this' });
    inTransaction(db, () => rebuild(db, null));
    expect(db.sqlite.prepare('SELECT count(*) FROM written').pluck().get()).toBe(0);
    expect(unsoundIndexes(db)).toEqual([]);
  });

  test('rank a text that speaks of little else before one that mentions it', () => {
    say('1.000001', `needle ${'and much other talk '.repeat(20)}`);
    say('1.000002', 'needle needle');
    expect(found('needle')[0]).toBe('needle needle');
  });
});

describe('operators', () => {
  let ana: Desktop;
  beforeEach(async () => {
    ana = await startDesktop();
  });
  afterEach(() => ana.stop());
  const find = async (text: string) => {
    const zone = 'Europe/Berlin';
    const { hits, problems } = await ana.query('search', { text, limit: 20, zone });
    return { names: hits.map(({ name }) => name), problems };
  };

  test('narrow a search to some incidents and to a time, and alone they list incidents', async () => {
    const declare = async (name: string, severity: string, lead: string | null) => {
      const incident = ana.id() as IncidentId;
      await ana.command('incident.declare', { incident, name, severity, lead });
      await ana.command('note.add', { incident, entry: ana.id(), text: 'pool exhausted' });
      await ana.clock.advance(DAY);
    };
    await declare('First', 'major', null);
    await declare('Second', 'minor', 'name:Ben Okafor');
    await declare('Third', 'major', 'name:Ben Okafor');
    expect((await find('severity:major')).names).toEqual(['Third', 'First']);
    expect((await find('lead:@ben pool')).names).toEqual(['Third', 'Second']);
    expect((await find('lead:nobody pool')).names).toEqual(['First']);
    expect((await find('lead:"Ben Okafor" severity:minor exhau')).names).toEqual(['Second']);
    expect((await find('severity:critical pool')).names).toEqual([]);
    const dayOf = (days: number) =>
      new Date(ana.clock.now() - days * DAY).toISOString().slice(0, 10);
    expect((await find(`after:${dayOf(1)} pool`)).names).toEqual(['Third']);
    expect((await find(`before:${dayOf(1)}`)).names).toEqual(['Second', 'First']);
    const strange = 'before:2026-99-99';
    expect((await find(strange)).problems).toEqual(['Write the day like 2026-10-01: 2026-99-99']);
  });
});
