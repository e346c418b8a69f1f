import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractEvent } from '#shared/contract/events.ts';
import { type EngineLink, type KeepToken, startEngineWorker } from './engine-worker.ts';
import type { WorkerSetup } from './protocol.ts';

const ENTRY = new URL('./worker.ts', import.meta.url);
const INCIDENT = '01JD0000000000000000000000';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const setup = (): WorkerSetup => ({
  profile,
  slackApiUrl: null,
  loginName: 'ana',
  version: '1.2.3',
  keeping: 'session',
  token: null,
});

const logPath = () => join(profile, 'logs', 'quarterdeck.log');
const logged = () => readFileSync(logPath(), 'utf8');

const forget: KeepToken = async () => undefined;

async function started(entry = ENTRY, keepToken = forget): Promise<EngineLink> {
  const link = await startEngineWorker(setup(), keepToken, entry);
  if (!link.ok) throw new Error(link.error.message);
  return link.value;
}

const declare = (engine: EngineLink, id: number) =>
  engine.request({
    id,
    kind: 'command',
    name: 'incident.declare',
    input: { incident: INCIDENT, name: 'Checkout errors' },
  });

/** A worker that runs these lines in place of the engine. */
const lines = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${code}`)}`,
  );

const STARTS = `parentPort.postMessage({ type: 'started' });`;
const ASKED = { id: 3, kind: 'query', name: 'desk', input: {} };
const TELLING = { ...ASKED, input: { text: 'a customer' } };

describe('the engine in its thread', () => {
  test('answers, tells what changed, and leaves its files whole', async () => {
    const engine = await started();
    const events: ContractEvent[] = [];
    engine.subscribe((event) => events.push(event));
    expect(await declare(engine, 1)).toMatchObject({ type: 'result', id: 1 });
    expect(events).toContainEqual({ view: 'desk' });
    await engine.stop();
    expect(await engine.ended).toBeNull();
    const again = await started();
    expect(await again.request(ASKED)).toMatchObject({
      output: { active: [{ name: 'Checkout errors' }] },
    });
    await again.stop();
  });

  test('answers junk in words', async () => {
    const engine = await started();
    for (const junk of [undefined, null, 7, 'x', [], { id: 'x' }, { id: 1, kind: 'query' }]) {
      expect(await engine.request(junk)).toMatchObject({ type: 'error' });
    }
    await engine.stop();
  });

  test('keeps its log in the profile, for its owner alone', async () => {
    const engine = await started();
    await engine.stop();
    const [first = ''] = logged().split('\n');
    expect(JSON.parse(first)).toMatchObject({ level: 'info', event: 'engine.started' });
    if (process.platform !== 'win32') expect(statSync(logPath()).mode & 0o777).toBe(0o600);
  });

  test('refuses a profile that is in use, and is told so in a sentence', async () => {
    const engine = await started();
    const second = await startEngineWorker(setup(), forget, ENTRY);
    expect(second).toMatchObject({ ok: false, error: { code: 'profile_in_use' } });
    await engine.stop();
  });

  test('refuses a folder that is none', async () => {
    writeFileSync(join(profile, 'file'), '');
    profile = join(profile, 'file');
    const link = await startEngineWorker(setup(), forget, ENTRY);
    expect(link).toMatchObject({ ok: false, error: { code: 'storage_failed' } });
    profile = join(profile, '..');
  });

  test('can be stopped twice, and answers afterwards that it has stopped', async () => {
    const engine = await started();
    await Promise.all([engine.stop(), engine.stop()]);
    expect(await engine.request(ASKED)).toMatchObject({
      type: 'error',
      id: 3,
      error: { code: 'engine_stopped' },
    });
  });
});

test('what is nested too deep to be carried to the engine is refused, and nothing dies of it', async () => {
  const answers = `parentPort.on('message', (message) => parentPort.postMessage({ type: 'reply', seq: message.seq, reply: 'fine' }));`;
  const engine = await started(lines(`${STARTS} ${answers}`));
  const deep = JSON.parse(`{"id":5,"input":${'['.repeat(400_000)}${']'.repeat(400_000)}}`);
  expect(await engine.request(deep)).toMatchObject({
    type: 'error',
    id: 5,
    error: { code: 'unknown_request' },
  });
  expect(await engine.request({ id: 6 })).toBe('fine');
});

describe('an engine that dies', () => {
  test.each([
    ['throws', 'throw new TypeError(raw.input.text)', /^TypeError at /],
    ['exits', 'process.exit(7)', /^exit 7$/],
  ])('answers what was in flight: %s', async (_how, death, cause) => {
    const engine = await started(
      lines(`${STARTS} parentPort.on('message', ({ raw }) => { ${death} });`),
    );
    const replies = await Promise.all([engine.request(TELLING), engine.request({ id: 4 })]);
    expect(replies).toMatchObject([
      { type: 'error', id: 3, error: { code: 'engine_stopped' } },
      { type: 'error', id: 4, error: { code: 'engine_stopped' } },
    ]);
    expect(await engine.ended).toMatch(cause);
    expect(logged()).toContain('engine.died');
    expect(logged()).not.toContain('customer');
  });

  test.each(['throw new Error("no such module")', 'process.exit(0)'])(
    'before it started is an error: %s',
    async (death) => {
      const link = await startEngineWorker(setup(), forget, lines(death));
      expect(link).toMatchObject({ ok: false, error: { code: 'internal' } });
    },
  );
});

test('a token is kept by the shell, and a refusal of the keychain goes back', async () => {
  const kept: unknown[] = [];
  const asks = `${STARTS} parentPort.on('message', (message) => {
    if (message.type === 'request') parentPort.postMessage({ type: 'keep-secret', seq: 1, name: 'github', token: 'ghp_1' });
    else parentPort.postMessage({ type: 'reply', seq: 1, reply: message });
  });`;
  const fine = await started(lines(asks), async (token, name) => {
    kept.push([name, token]);
  });
  expect(await fine.request(ASKED)).toEqual({ type: 'secret-kept', seq: 1, problem: null });
  expect(kept).toEqual([['github', 'ghp_1']]);
  const locked = await started(lines(asks), () => Promise.reject(new Error('locked')));
  expect(await locked.request(ASKED)).toEqual({ type: 'secret-kept', seq: 1, problem: 'locked' });
});
