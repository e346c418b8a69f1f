import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryProfile } from '../electron/engine/testing/desktop.ts';
import { asking } from '../electron/hosts/asking.ts';
import { startLoopbackShell } from './loopback-shell.ts';

const WORKER = new URL('../electron/hosts/worker.ts', import.meta.url);
const INCIDENT = '01K0000000000000000000000A' as never;

function start(profile: string) {
  const options = { profile, port: 0, slackApiUrl: 'http://127.0.0.1:9/', slackClientId: null };
  return startLoopbackShell(options, new Map(), WORKER);
}

/** A shell that is open and has an incident. */
async function open(profile: string) {
  const shell = await start(profile);
  if (!shell.ok) throw new Error(shell.error);
  const { engine, loopback } = shell.value;
  const asks = asking(engine.request);
  await asks.command('incident.declare', { incident: INCIDENT, name: 'Checkout errors' });
  return {
    /** Whether the incident can still be led. */
    isUsable: async () => {
      const name = `Checkout errors ${Math.random()}`;
      const set = await asks.command('incident.rename', { incident: INCIDENT, name });
      const seen = await asks.query('incident', { incident: INCIDENT });
      return set.ok && seen.ok && seen.value.name === name;
    },
    close: async () => {
      await loopback.close();
      await engine.stop();
    },
  };
}

function profileOfTest(): string {
  const { profile, remove } = temporaryProfile();
  onTestFinished(remove);
  return profile;
}

test('a second start on the same data is refused in one line, also under another name', async () => {
  const profile = profileOfTest();
  const first = await open(profile);
  onTestFinished(first.close);
  const alias = `${profile}-alias`;
  symlinkSync(profile, alias);
  onTestFinished(() => rmSync(alias));
  for (const name of [profile, alias]) {
    expect(await start(name)).toEqual({
      ok: false,
      error: `Quarterdeck is already open with this data folder: ${name}. Use the window that is open, or choose another folder with --profile.`,
    });
  }
  expect(await first.isUsable()).toBe(true);
});

test('a settings row that somebody broke costs that setting alone', async () => {
  const profile = profileOfTest();
  await (await open(profile)).close();
  const db = new Sqlite(join(profile, 'quarterdeck.db'));
  for (const key of ['slack.account', 'severities', 'quiet-hours', 'density']) {
    db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(key, '[5]');
  }
  db.close();
  const again = await open(profile);
  expect(await again.isUsable()).toBe(true);
  await again.close();
});
