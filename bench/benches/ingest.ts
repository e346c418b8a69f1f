import type { IncidentId } from '#shared/base/ids.ts';
import type { Db } from '../../electron/engine/store/database.ts';
import { type TalkMessage, talkPages } from '../fixtures/messages.ts';
import { withBareDatabase, withFreshDatabase } from '../fixtures/profile.ts';
import { openTalk, readTalk } from '../fixtures/talk.ts';
import { alternate } from '../measure/alternate.ts';
import { atLeast, type Judged } from '../measure/figure.ts';

const MESSAGES = 100_000;
const INCIDENT = '01K0000000000000000000000A' as IncidentId;
const CHANNEL = 'C0BENCH';

/**
 * 100,000 messages of a channel, from the JSON of Slack's answers into mirror, timeline and full
 * text; beside the same messages inserted into one bare table with the same index.
 */
export async function ingest(): Promise<readonly Judged[]> {
  const pages = [...talkPages({ seed: 47, messages: MESSAGES })];
  const rows = pages.map((page) => (JSON.parse(page) as { messages: TalkMessage[] }).messages);
  const pair = await alternate(
    { rounds: 5 },
    () => withFreshDatabase((db) => read(db, pages)),
    () => bareInserts(rows),
  );
  return [atLeast(0.7, { name: 'ingest', unit: 'messages/s', ...pair })];
}

async function read(db: Db, pages: readonly string[]): Promise<number> {
  openTalk(db, INCIDENT, CHANNEL);
  const begin = performance.now();
  await readTalk(db, INCIDENT, pages);
  const ms = performance.now() - begin;
  const stored = db.sqlite.prepare('SELECT count(*) FROM slack_message').pluck().get();
  if (stored !== MESSAGES) throw new Error(`Only ${stored} messages were taken in.`);
  return (MESSAGES / ms) * 1_000;
}

function bareInserts(pages: readonly (readonly TalkMessage[])[]): number {
  return withBareDatabase((sqlite) => {
    sqlite.exec(
      `CREATE TABLE message (id INTEGER PRIMARY KEY, channel TEXT NOT NULL, ts TEXT NOT NULL,
         author TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (channel, ts)) STRICT;
       CREATE VIRTUAL TABLE message_search USING fts5 (text, content = 'message',
         content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')`,
    );
    const insert = sqlite.prepare(
      'INSERT INTO message (channel, ts, author, text) VALUES (?, ?, ?, ?)',
    );
    const index = sqlite.prepare('INSERT INTO message_search (rowid, text) VALUES (?, ?)');
    const insertPage = sqlite.transaction((messages: readonly TalkMessage[]) => {
      for (const { ts, user, text } of messages) {
        index.run(insert.run(CHANNEL, ts, user, text).lastInsertRowid, text);
      }
    });
    const begin = performance.now();
    for (const messages of pages) insertPage(messages);
    return (MESSAGES / (performance.now() - begin)) * 1_000;
  });
}
