import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { ok } from '#shared/base/result.ts';
import { runDoctor } from '../command-line/doctor.ts';
import { runCommandLine } from '../command-line/run.ts';
import { unpack } from '../engine/bundle/format.ts';
import type { LogLine, ReturnWords, Secrets } from '../engine/ports.ts';
import { readKept } from '../engine/slack/kept-token.ts';
import { createClock } from '../engine/testing/clock.ts';
import { startDesktop } from '../engine/testing/desktop.ts';
import { dumpSql } from '../engine/testing/dump-sql.ts';
import { seededRandom } from '../engine/testing/random.ts';
import { teamWithTokensOf } from '../engine/testing/rotating.ts';
import { openToCommandLine } from '../hosts/command-door.ts';
import { type EngineLink, startEngineWorker } from '../hosts/engine-worker.ts';
import { logFile, newestLines } from '../hosts/log-file.ts';
import { startLoopback } from '../hosts/loopback.ts';
import { fetchInto } from '../localslack/fetch.ts';
import { createWorkspace } from '../localslack/workspace.ts';
import { watchFaults } from './faults.ts';
import { keptTokens } from './secrets.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { emitter } from './testing/emitter.ts';
import { filesBelow, holding, type Trace, trace } from './testing/traces.ts';

const TOKEN = 'xoxp-1111-2222-CanarySings7';
const REFUSED = 'xoxp-1111-2222-CanaryNobodyKnows8';
/** One word, which nothing tells from a word of ours but where it came from. */
const WRITTEN = 'Zebrafinch9';
const GITHUB = 'github_pat_11CANARY0Chirps_5Long';
const CLIENT = '1111.2222';
const TOKEN_FILES = ['slack-token.bin', 'github-token.bin'];

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(profile, { recursive: true, force: true });
});

test('a secret is found however it is dressed', () => {
  const base64 = (before: string) => Buffer.from(`${before}${TOKEN}after`).toString('base64');
  const dresses = [
    TOKEN,
    `{"a":"${TOKEN}"}`,
    [...TOKEN].reverse().join(''),
    ...['', 'x', 'xx', 'xxx'].map(base64),
    Buffer.from(TOKEN).toString('hex'),
    [...TOKEN].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''),
  ];
  for (const dress of dresses) expect(holding([trace('here', dress)], TOKEN)).toEqual(['here']);
  expect(holding([{ name: 'wide', bytes: Buffer.from(TOKEN, 'utf16le') }], TOKEN)).toHaveLength(1);
  expect(holding([trace('here', 'xoxp-1111-2222-Canary')], TOKEN)).toEqual([]);
});

/** A desktop with everything that can put something out, on a Slack of its own. */
async function startAll() {
  const clock = createClock();
  const { slack: seed } = teamWithTokensOf(120);
  const tokens = [...(seed.tokens ?? []), { token: TOKEN, user: 'ana' }];
  const slack = createWorkspace({
    ...{ seed: { slack: { ...seed, tokens } }, clock, random: seededRandom(9), limits: 'slack' },
  });
  const double = createElectronDouble();
  const secrets = new Set([TOKEN, REFUSED, GITHUB]);
  const kept = await keptTokens(double.parts, profile);
  const keep: Secrets = {
    keeping: kept.keeping,
    load: async () => kept.tokens.slack,
    save: async (text) => {
      const read = readKept(text);
      if (read?.kind === 'rotating') secrets.add(read.access).add(read.refresh);
      await kept.keep(text, 'slack');
    },
    clear: () => kept.keep(null, 'slack'),
  };
  const gitHubSecrets: Secrets = {
    keeping: kept.keeping,
    load: async () => kept.tokens.github,
    save: (text) => kept.keep(text, 'github'),
    clear: () => kept.keep(null, 'github'),
  };
  const toSlack = fetchInto(slack);
  const toGitHub: string[] = [];
  /** GitHub says back what it was sent, as a careless server might. */
  const fetchAll: typeof fetch = async (asked, init) => {
    const { host } = new URL(asked instanceof Request ? asked.url : asked);
    if (host !== 'api.github.com') return toSlack(asked, init);
    toGitHub.push(host);
    const message = `Bad credentials: ${GITHUB} for ${WRITTEN}`;
    return Response.json({ message }, { status: 401 });
  };
  const ports = new Map<number, (query: string) => Promise<ReturnWords>>();
  const log: LogLine[] = [];
  const desk = await startDesktop({
    ...{ clock, profile, secrets: keep, gitHubSecrets, fetch: fetchAll },
    slackApiUrl: 'https://slack.test/api/',
    log: (line) => {
      log.push(line);
      logFile(profile)(line);
    },
    newestLog: (most) => newestLines(profile, most),
    openReturn: async (port, answer) => {
      ports.set(port, answer);
      return ok({ close: () => undefined });
    },
  });
  const link: EngineLink = {
    request: desk.engine.handle,
    subscribe: desk.engine.subscribe,
    report: () => undefined,
    stop: async () => undefined,
    ended: new Promise(() => undefined),
  };
  const door = await openToCommandLine(profile, link, (cause) => expect.fail(String(cause)));
  const loopback = await startLoopback({ port: 0, engine: door, files: new Map() });
  if (!loopback.ok) throw new Error(loopback.error.code);
  const page = await openPage(loopback.value.address);
  const arrive = (at: URL) => ports.get(Number(at.port))?.(at.search.slice(1));
  return {
    ...{ clock, slack, double, secrets, log, desk, door, page, arrive, toGitHub },
    loopback: loopback.value,
  };
}

/** A page of the loopback shell that remembers every word it was told. */
async function openPage(address: string) {
  const { origin, hash } = new URL(address);
  const token = hash.replace('#token=', '');
  const body = JSON.stringify({ token });
  const traded = await fetch(`${origin}/session`, {
    ...{ method: 'POST', body, headers: { Origin: origin } },
  });
  const cookie = traded.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { Origin: origin, Cookie: cookie };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/contract`, { headers });
  const heard: string[] = [];
  const waiting = new Map<number, (reply: unknown) => void>();
  socket.on('message', (data) => {
    heard.push(String(data));
    const reply = JSON.parse(String(data));
    waiting.get(reply.id)?.(reply);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  let id = 0;
  const ask = (kind: 'command' | 'query', name: string, input: object = {}) => {
    id += 1;
    socket.send(JSON.stringify({ id, kind, name, input }));
    return new Promise<{ type: string; output: never }>((resolve) =>
      waiting.set(id, resolve as never),
    );
  };
  return { heard, ask, close: () => socket.close() };
}

type All = Awaited<ReturnType<typeof startAll>>;

/** Signs in by Slack's page, lets its tokens be renewed, then goes on with a pasted one. */
async function work(all: All): Promise<string> {
  const { clock, slack, desk, page, arrive } = all;
  expect(await page.ask('command', 'slack.connect', { token: REFUSED })).toMatchObject({
    type: 'error',
  });
  const begun = await page.ask('command', 'slack.sign-in', { clientId: CLIENT });
  const { url } = begun.output as { url: string };
  const theirs = await fetchInto(slack)(`${url}&as=ana`, { redirect: 'manual' });
  const back = new URL(theirs.headers.get('location') ?? '');
  expect(await arrive(back)).toMatchObject({ title: 'You are signed in' });
  all.secrets.add(back.searchParams.get('code') ?? '');
  const incident = await desk.declare(WRITTEN);
  await page.ask('command', 'note.add', { incident, entry: desk.id(), text: WRITTEN });
  await clock.advance(10 * MINUTE);
  expect(await page.ask('command', 'github.set-token', { token: GITHUB })).toMatchObject({
    type: 'result',
  });
  await page.ask('command', 'github.set-repository', { repository: 'acme/shop' });
  const followUp = desk.id();
  await page.ask('command', 'follow-up.add', { incident, followUp, text: WRITTEN });
  await page.ask('command', 'github.create-issue', { incident, followUp });
  await page.ask('query', 'settings');
  await page.ask('command', 'slack.disconnect');
  expect(await page.ask('command', 'slack.connect', { token: TOKEN })).toMatchObject({
    type: 'result',
  });
  await clock.advance(30 * SECOND);
  // Somebody else's program, whose fields may be called anything.
  const channel = slack.channels().find(({ name }) => name.startsWith('inc-'));
  slack.say('U0BEN000001', channel?.id ?? '', WRITTEN);
  const said = channel?.messages.at(-1);
  const odd = { event_type: 'quarterdeck_ops', event_payload: { [WRITTEN]: WRITTEN } };
  if (said !== undefined) said.metadata = odd;
  await clock.advance(MINUTE);
  slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'token_revoked' });
  await page.ask('command', 'note.add', { incident, entry: desk.id(), text: `${WRITTEN} again` });
  await clock.advance(MINUTE);
  return incident;
}

const VIEWS = ['desk', 'sync', 'settings', 'queue', 'nudges', 'drafts', 'diagnostics'];

/** Everything that leaves the engine on purpose: views, exports, a bundle, what a terminal prints. */
async function putOut({ page, desk, clock }: All, incident: string): Promise<Trace[]> {
  for (const view of VIEWS) await page.ask('query', view);
  const asked = await page.ask('query', 'diagnostics-file');
  const file = asked.output as { text: string };
  const { name } = await desk.command('bundle.export', { incident: incident as never });
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { data: string; next: number | null } = await desk.query('bundle', {
      ...{ name, offset },
    });
    pieces.push(Buffer.from(piece.data, 'base64'));
    offset = piece.next;
  }
  const bundle = unpack(Buffer.concat(pieces));
  const traces = [
    trace('diagnostics file', file.text),
    trace('bundle', bundle.ok ? bundle.value : ''),
  ];
  const { code } = await desk.query('incident', { incident: incident as never });
  for (const args of [
    ...[['list'], ['show', code], ['show', code, '--json'], ['show', 'INC-0000']],
    ...['md', 'json', 'csv'].map((format) => ['export', code, '--format', format]),
  ]) {
    const printed = await runCommandLine([...args, '--profile', profile], {
      ...{ now: clock.now, random: seededRandom(3), input: () => '', pause: async () => undefined },
      deskOf: () => ({
        ...{ profile, fetch: globalThis.fetch, pause: async () => undefined },
        start: () => expect.fail('the app is open'),
      }),
      hasToken: true,
    });
    traces.push(trace(args.join(' '), printed));
  }
  return traces;
}

/** Everything that goes wrong puts out what it knows; what it says has the secret in it. */
async function fail({ page, double, log }: All, secret: string): Promise<Trace[]> {
  const fault = { name: secret, code: secret, stack: [`at ${secret}`, secret] };
  await page.ask('command', 'fault.report', { where: 'event', fault });
  const source = emitter();
  watchFaults(double.parts, source, (line) => {
    log.push(line);
    logFile(profile)(line);
  });
  source.emit('uncaughtException', Object.assign(new Error(secret), { code: 'EIO' }));
  source.emit('unhandledRejection', secret);
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ type: 'started' });
    parentPort.on('message', () => { throw new Error(${JSON.stringify(secret)}) });`;
  const setup = { profile, slackApiUrl: null, loginName: 'ana', version: '1', token: secret };
  const dying = await startEngineWorker(
    { ...setup, keeping: 'keychain' },
    async () => undefined,
    new URL(`data:text/javascript,${encodeURIComponent(code)}`),
  );
  if (!dying.ok) throw new Error(dying.error.message);
  const reply = await dying.value.request({ id: 1 });
  return [trace('crash', [reply, await dying.value.ended]), trace('dialogs', double.asked)];
}

/** What is on the disk, the rows of databases beside the bytes that hold them. */
function onDisk(): Trace[] {
  const files = filesBelow(profile).filter(({ name }) => !TOKEN_FILES.includes(name));
  const rows = files
    .filter(({ name }) => name.endsWith('.db'))
    .map(({ name }) => {
      const sqlite = new Sqlite(join(profile, name), { readonly: true });
      const text = dumpSql(sqlite);
      sqlite.close();
      return trace(`rows of ${name}`, text);
    });
  return [...files, ...rows];
}

test('no secret is anywhere but in the one file that is encrypted, and no word of an incident where it is sent to others', async () => {
  const printed: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  }
  const all = await startAll();
  const { desk, door, loopback, page, secrets, clock } = all;
  const incident = await work(all);
  const out = await putOut(all, incident);
  const failures = await fail(all, TOKEN);
  const said = [trace('log lines', all.log)];
  const whileOpen = onDisk();
  const tokenFiles = filesBelow(profile).filter(({ name }) => TOKEN_FILES.includes(name));
  page.close();
  await loopback.close();
  await door.stop();
  const stopped = desk.stop();
  await clock.advance(10 * SECOND);
  await stopped;
  await runDoctor(['--profile', profile]);
  const pages = page.heard.map((text, i) => trace(`told the page ${i}`, text));
  const terminal = trace('terminal', printed.join(''));
  const everything = [...whileOpen, ...onDisk(), ...out, ...failures, ...pages, terminal];

  // Two that were made up, the code, and what Slack gave by then: it was renewed more than once.
  expect(secrets.size).toBeGreaterThan(6);
  expect(all.toGitHub.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(holding(everything, secret)).toEqual([]);
  // The engine's own lines have no token before they are cleaned either; what failed brings one here.
  for (const secret of secrets) if (secret !== TOKEN) expect(holding(said, secret)).toEqual([]);
  expect(tokenFiles.map(({ name }) => name).sort()).toEqual([...TOKEN_FILES].sort());
  for (const secret of secrets) expect(holding(tokenFiles, secret)).toEqual([]);

  const names = everything.map(({ name }) => name);
  expect(names).toContainEqual(expect.stringMatching(/^backups\/.*\.db$/));
  const isOfIncident = holding(everything, WRITTEN);
  expect(isOfIncident).toEqual(
    expect.arrayContaining(['rows of quarterdeck.db', 'bundle', 'list']),
  );
  const forOthers = /^(logs\/|door\.json|diagnostics file|crash|dialogs|terminal)/;
  expect(names.filter((name) => forOthers.test(name)).length).toBeGreaterThan(4);
  expect(isOfIncident.filter((name) => forOthers.test(name))).toEqual([]);
  expect(readFileSync(join(profile, 'logs', 'quarterdeck.log'), 'utf8')).toContain('engine.died');
});

test('the file with the token is for its owner alone', async () => {
  const kept = await keptTokens(createElectronDouble().parts, profile);
  await kept.keep(TOKEN, 'slack');
  if (process.platform !== 'win32') {
    expect(statSync(join(profile, 'slack-token.bin')).mode & 0o777).toBe(0o600);
  }
});
