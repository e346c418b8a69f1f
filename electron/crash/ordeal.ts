// One desk as a process of its own, on a disk that fills up, fails, forbids or runs out of handles.
// Goes through it by itself, since the small disk is seen by this process alone, and tells what it
// found: a JSON line with words for each thing that was wrong, and what it counted.
import {
  chmodSync,
  chownSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import { createClock } from '../engine/testing/clock.ts';
import { memorySecrets } from '../engine/testing/desktop.ts';
import { seededRandom } from '../engine/testing/random.ts';
import { auditFolder, checkJournal } from './audit.ts';
import { createDeeds } from './deeds.ts';
import type { Trace } from './desk-setup.ts';
import type { OrdealReport, OrdealSetup } from './ordeal-setup.ts';

const setup = JSON.parse(process.argv[2] ?? '{}') as OrdealSetup;
const clock = createClock();
const random = seededRandom(setup.seed);
const promised: Trace[] = [];
const report = { findings: [] as string[], done: 0, refused: 0, words: new Set<string>() };

const fault = (what: string) => void report.findings.push(what);

async function start(profile = setup.profile): Promise<Engine | null> {
  const started = await startEngine({
    clock,
    random,
    profile,
    secrets: memorySecrets(),
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    slackApiUrl: null,
    log: () => undefined,
    loginName: 'ana',
    zone: () => 'UTC',
    version: '0.0.0-crash',
  });
  if (started.ok) return started.value;
  hearRefusal('the start', started.error);
  return null;
}

/** A refusal has to say what happened and what to do. */
function hearRefusal(
  what: string,
  {
    code,
    message,
    hint = null,
  }: { code: string; message: string; hint?: string | null | undefined },
): void {
  report.words.add(`${what}: ${message.replaceAll(setup.profile, 'FOLDER')} ${hint ?? ''}`);
  if (!ERROR_CODES.some((known) => known === code)) fault(`${what} has the code ${code}`);
  if (code === 'internal') fault(`${what} was refused as a bug: ${message}`);
  if (!/^[A-Z].*\.$/s.test(message)) fault(`${what} has no words: ${message}`);
  if (hint === null) fault(`${what} does not say what to do: ${message}`);
}

/** Does so many deeds; each is either answered as done, and then promised, or refused in words. */
async function work(engine: Engine, deeds: number): Promise<number> {
  const known = [...new Set(promised.map((trace) => trace.incident))];
  const person = createDeeds(engine, known, { now: clock.now, random });
  let refusals = 0;
  for (let i = 0; i < deeds; i++) {
    const line = await person.next();
    if (line.said === 'done') {
      promised.push(line.trace);
      report.done += 1;
    } else if (line.said === 'not-done') {
      refusals += 1;
      report.refused += 1;
      hearRefusal('a change', line);
    }
  }
  return refusals;
}

/** Reading goes on whatever the disk does: everything that was answered can be seen. */
async function read(engine: Engine, when: string): Promise<void> {
  const [incident] = promised.map((trace) => trace.incident);
  const asked: readonly (readonly [string, object])[] = [
    ['desk', {}],
    ['sync', {}],
    ...(incident === undefined
      ? []
      : ([
          ['incident', { incident }],
          ['timeline', { incident, limit: 200 }],
        ] as const)),
  ];
  for (const [name, input] of asked) {
    const reply = await engine.handle({ id: 0, kind: 'query', name, input });
    if (reply.type === 'error') fault(`${when}, reading ${name} failed: ${reply.error.message}`);
  }
}

/** Fills the disk up to so many bytes; gives back how to free it. */
function fill(folder: string, leave: number): () => void {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'a');
  for (let size = 65_536; size > 0; size = Math.floor(size / 2)) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (cause) {
      if (Object(cause).code !== 'ENOSPC') throw cause;
    }
  }
  ftruncateSync(file, Math.max(0, fstatSync(file).size - leave));
  closeSync(file);
  return () => rmSync(path);
}

/** From nothing to enough for some changes: database and journal then fill up one before the other. */
const ROOMS = [0, 5_000, 20_000, 60_000, 150_000];

/** So much work fills any of them. */
const FILLING_ROUNDS = 10;

async function fullDisk(): Promise<void> {
  let engine = await start();
  if (engine === null) return fault('the desk did not start on an empty disk');
  await work(engine, 20);
  for (const room of ROOMS) {
    const free = fill(setup.disk, room);
    // What is reused within the files is room as well.
    let refusals = 0;
    for (let round = 0; round < FILLING_ROUNDS && refusals === 0; round++) {
      refusals = await work(engine, 60);
    }
    if (refusals === 0) fault(`with room for ${room} bytes a full disk refused nothing`);
    await read(engine, 'with a full disk');
    free();
    if ((await work(engine, 10)) > 0) fault(`with room again, after ${room}, changes are refused`);
    await read(engine, 'with room again');
  }
  const free = fill(setup.disk, 0);
  await work(engine, 40);
  await engine.stop();
  engine = await start();
  if (engine !== null) {
    await read(engine, 'started on a full disk');
    await work(engine, 5);
    await engine.stop();
  }
  free();
  await restart();
}

/** The disk is sound again: the desk starts, holds what was promised, and takes changes. */
async function restart(): Promise<void> {
  const engine = await start();
  if (engine === null) return fault('the desk does not start on a sound disk');
  await read(engine, 'on a sound disk');
  if ((await work(engine, 10)) > 0) fault('changes are refused on a sound disk');
  await engine.stop();
  for (const found of [...auditFolder(setup.profile, promised), ...checkJournal(setup.profile)]) {
    fault(found);
  }
}

/** The system refuses some calls, at moments that the runner chooses. */
async function failingDisk(): Promise<void> {
  const engine = await start();
  if (engine !== null) {
    await work(engine, 40);
    await read(engine, 'after failures');
    await engine.stop();
  }
  // The runner's window may reach into these; a second try finds it closed.
  const again = await start();
  await again?.stop();
}

async function noHandles(): Promise<void> {
  const engine = await start();
  if (engine === null) return fault('the desk did not start');
  await work(engine, 10);
  const held: number[] = [];
  try {
    for (;;) held.push(openSync('/dev/null', 'r'));
  } catch (cause) {
    if (Object(cause).code !== 'EMFILE') throw cause;
  }
  await work(engine, 20);
  await read(engine, 'without handles');
  const other = await start(`${setup.profile}-other`);
  if (other !== null) await other.stop();
  for (const file of held) closeSync(file);
  if ((await work(engine, 5)) > 0) fault('changes are refused although there are handles');
  const otherAgain = await start(`${setup.profile}-other`);
  if (otherAgain === null) fault('a folder is still held after a start that failed');
  await otherAgain?.stop();
  await engine.stop();
  await restart();
}

/** Somebody without rights, since the system lets the superuser write everywhere. */
const NOBODY = 65_534;

async function noRights(): Promise<void> {
  mkdirSync(setup.profile, { recursive: true });
  const superuser = process.getuid?.() === 0;
  if (superuser) {
    chownSync(setup.profile, NOBODY, NOBODY);
    process.setegid?.(NOBODY);
    process.seteuid?.(NOBODY);
  }
  const engine = await start();
  if (engine === null) return fault('the desk did not start in its own folder');
  await work(engine, 20);
  await engine.stop();
  const file = (name: string) => join(setup.profile, name);
  for (const [name, closed, open] of [
    ['', 0o500, 0o700],
    ['quarterdeck.db', 0o400, 0o600],
    ['quarterdeck.db', 0o000, 0o600],
    ['journal.log', 0o400, 0o600],
    ['journal.log', 0o000, 0o600],
    ['in-use.lock', 0o400, 0o600],
  ] as const) {
    const path = file(name);
    chmodSync(path, closed);
    const tried = await start();
    if (tried !== null) {
      await read(tried, `with ${name} closed`);
      await work(tried, 5);
      await tried.stop();
    }
    chmodSync(path, open);
    const again = await start();
    if (again === null)
      fault(`the desk does not start after ${name || 'the folder'} was opened again`);
    await again?.stop();
  }
  await restart();
}

const ORDEALS = { fullDisk, failingDisk, noHandles, noRights };

await ORDEALS[setup.ordeal]();
const told: OrdealReport = { ...report, words: [...report.words], promised };
writeSync(1, `${JSON.stringify(told)}\n`);
process.exit(0);
