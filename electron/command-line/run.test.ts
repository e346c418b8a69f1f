import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DOOR_FILE, openToCommandLine } from '../hosts/command-door.ts';
import { type EngineLink, startEngineWorker } from '../hosts/engine-worker.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

let folder: string;
let profile: string;
let app: EngineLink | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  profile = join(folder, 'profile');
  app = null;
});
afterEach(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Run = { readonly out: string; readonly error: string; readonly code: number | null };

/** The command line as a person runs it: a process of its own. */
function quarterdeck(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args, '--profile', profile]);
  let out = '';
  let error = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (error += String(data)));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ out, error, code })));
}

const json = async (...args: string[]) => JSON.parse((await quarterdeck([...args, '--json'])).out);

async function openApp(): Promise<void> {
  const setup = { profile, slackApiUrl: null, loginName: 'ana', version: '1.2.3', token: null };
  const started = await startEngineWorker(
    { ...setup, keeping: 'session' },
    async () => undefined,
    new URL('../hosts/worker.ts', import.meta.url),
  );
  if (!started.ok) throw new Error(started.error.message);
  app = await openToCommandLine(profile, started.value, (cause) => expect.fail(String(cause)));
}

test('an incident is declared, led through and read, with no app open', async () => {
  const declared = await quarterdeck(['declare', 'Checkout errors', '--severity', 'major']);
  expect(declared).toMatchObject({ error: '', code: 0 });
  const code = /INC-\w+/.exec(declared.out)?.[0] ?? '';
  expect(declared.out).toContain('Slack gets it when Quarterdeck is open');

  expect((await quarterdeck(['note', code, '-'], '=5xx from | eu-west\n')).code).toBe(0);
  const update = ['update', code.toLowerCase(), 'Rolling back', '--next', '30m'];
  expect((await quarterdeck(update)).code).toBe(0);
  expect((await quarterdeck(['list'])).out).toMatch(/INC-\w+ {2}Major {2}Triage .*Checkout errors/);
  expect((await quarterdeck(['show', code.slice(4)])).out).toContain('Next internal update: ');

  const markdown = await quarterdeck(['export', code, '--format', 'md']);
  expect(markdown.out).toContain(`# ${code} Checkout errors`);
  expect(markdown.out).toContain('=5xx from \\| eu-west');
  const csv = join(folder, 'incident.csv');
  expect((await quarterdeck(['export', code, '--format', 'csv', '--out', csv])).code).toBe(0);
  expect(readFileSync(csv, 'utf8')).toContain("'=5xx from | eu-west");
  const record = JSON.parse((await quarterdeck(['export', code, '--format', 'json'])).out);
  expect(record).toMatchObject({ format: 'quarterdeck-incident', version: 1 });
  expect(record.updates).toMatchObject([{ conditions: 'Rolling back' }]);
});

test('an alert that fires five times at once declares once', async () => {
  const runs = await Promise.all(
    Array.from({ length: 5 }, () => json('declare', 'Queue is full', '--key', 'alert/queue')),
  );
  expect(new Set(runs.map(({ code }) => code)).size).toBe(1);
  expect(runs.filter(({ declared }) => declared)).toHaveLength(1);
  expect(await json('list')).toMatchObject([{ name: 'Queue is full', lead: null }]);
}, 30_000);

test('the app that is open takes it, and shows it at once', async () => {
  await openApp();
  const heard: string[] = [];
  app?.subscribe((event) => heard.push(JSON.stringify(event)));
  const declared = await quarterdeck(['declare', 'Slow']);
  expect(declared.out).toMatch(/^INC-\w+ is declared\.\n$/);
  expect(heard.length).toBeGreaterThan(0);
});

test('the door of an app that was killed is passed over', async () => {
  await json('declare', 'Slow');
  writeFileSync(join(profile, DOOR_FILE), JSON.stringify({ port: 9, key: 'x' }));
  expect(await json('list')).toHaveLength(1);
  writeFileSync(join(profile, DOOR_FILE), '{"port":');
  expect(await json('list')).toHaveLength(1);
});

test('an incident goes from one desk to another as a file', async () => {
  const { code } = await json('declare', 'Slack is down');
  const file = join(folder, 'handover.quarterdeck');
  await quarterdeck(['export', code, '--format', 'quarterdeck', '--out', file]);
  profile = join(folder, 'another');
  const imported = await quarterdeck(['import', file]);
  expect(imported.out).toContain(`${code}: `);
  expect(await json('list')).toMatchObject([{ code, name: 'Slack is down' }]);

  writeFileSync(file, readFileSync(file).subarray(0, 100));
  const refused = await quarterdeck(['import', file, '--json']);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'bundle_refused' } });
});

test('what cannot be is said in one line, with a code that scripts can tell', async () => {
  const missing = await quarterdeck(['note', 'INC-0000', 'x']);
  expect(missing).toMatchObject({ out: '', code: 3 });
  expect(missing.error).toMatch(/^There is no incident INC-0000 on this computer\. .*\n$/);
  expect(await quarterdeck(['declare'])).toMatchObject({ code: 2 });
  expect(await quarterdeck(['declare', ' '])).toMatchObject({
    error: 'Say what is happening.\n',
    code: 1,
  });
  expect(await quarterdeck(['import', join(folder, 'none')])).toMatchObject({
    error: 'none cannot be read (ENOENT). Check the path and its rights.\n',
  });
  const { code } = await json('declare', 'Slow');
  const into = join(folder, 'no', 'such', 'folder.md');
  expect((await quarterdeck(['export', code, '--format', 'md', '--out', into])).code).toBe(1);
  expect(existsSync(into)).toBe(false);
  profile = join(folder, 'file');
  writeFileSync(profile, '');
  expect((await quarterdeck(['list'])).code).toBe(4);
});
