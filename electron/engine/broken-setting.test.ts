import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDesktop, temporaryProfile } from './testing/desktop.ts';

let profile: string;
let remove: () => void;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
});
afterEach(() => remove());

/** Every setting that the engine keeps. */
const KEYS = [
  'backup.taken',
  'cadences',
  'curation',
  'density',
  'device',
  'hint-rules',
  'incident.fields',
  'journal.known',
  'log.clock',
  'log.rebuild',
  'me.name',
  'news.since',
  'quiet-hours',
  'roles',
  'session',
  'severities',
  'slack.account',
  'slack.announcements',
  'slack.carriers',
  'slack.client-id',
  'slack.clock-offset',
  'slack.team',
  'templates',
];

/** What is no JSON, and JSON of every other shape. */
const BROKEN = [
  'not JSON',
  '-1.5',
  '"odd"',
  '[[]]',
  '{"from":"noon","minor":5,"name":[],"id":7,"pins":3,"bytes":"many"}',
];

function breakSetting(key: string, value: string): void {
  const db = new Sqlite(join(profile, 'quarterdeck.db'));
  db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(key, value);
  db.close();
}

test.each(KEYS)('a broken "%s" costs no more than that setting', async (key) => {
  const before = await startDesktop({ profile });
  const incident = await before.declare('Checkout errors');
  await before.stop();
  const failed: unknown[] = [];
  for (const [index, value] of BROKEN.entries()) {
    breakSetting(key, value);
    const ana = await startDesktop({ profile, seed: index + 2 });
    const ask = async (kind: 'command' | 'query', name: string, input: object) => {
      const reply = await ana.engine.handle({ id: 1, kind, name, input });
      if (reply.type !== 'result') failed.push([value, name, reply]);
    };
    await ask('query', 'settings', {});
    await ask('query', 'desk', {});
    await ask('query', 'incident', { incident });
    await ask('query', 'timeline', { incident, limit: 50 });
    await ask('query', 'nudges', {});
    await ask('query', 'sync', {});
    await ask('query', 'diagnostics', {});
    await ask('command', 'note.add', { incident, entry: ana.id(), text: 'Still here' });
    await ask('command', 'incident.declare', { incident: ana.id(), name: 'Another' });
    await ask('query', 'desk', {});
    failed.push(
      ...ana.log.filter(({ event }) => /failed|died/.test(event)).map((line) => [value, line]),
    );
    await ana.stop();
  }
  expect(failed).toEqual([]);
});
