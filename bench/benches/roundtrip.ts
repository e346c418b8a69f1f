import { Worker } from 'node:worker_threads';
import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import { type EngineLink, startEngineWorker } from '../../electron/hosts/engine-worker.ts';
import { freshFolder } from '../fixtures/profile.ts';
import { textSource } from '../fixtures/text.ts';
import { alternate, p95 } from '../measure/alternate.ts';
import { atMost, type Judged } from '../measure/figure.ts';

const COMMANDS = 300;
const ENGINE = new URL('../../electron/hosts/worker.ts', import.meta.url);
const ECHO = new URL('./roundtrip-echo.ts', import.meta.url);

const id = () => newUlid({ now: Date.now, random: Math.random });

/**
 * A note written by a client until the client hears that the incident changed, through the engine's
 * worker; beside a worker that commits one row and sends the message back.
 */
export async function roundtrip(): Promise<readonly Judged[]> {
  const { folder, remove } = freshFolder();
  const setup = { slackApiUrl: null, loginName: 'bench', version: '0', token: null };
  const started = await startEngineWorker(
    { profile: folder, keeping: 'session', ...setup },
    async () => undefined,
    ENGINE,
  );
  if (!started.ok) throw new Error(started.error.message);
  const engine = started.value;
  const echo = new Worker(ECHO, { workerData: { folder } });
  const incident = id() as IncidentId;
  await ask(engine, 'incident.declare', { incident, name: 'Checkout errors' });
  const text = textSource(46);
  const pair = await alternate(
    { rounds: 7 },
    () => p95Of(() => noteUntilEvent(engine, incident, text.sentence(4, 24))),
    () => p95Of(() => echoed(echo, { incident, entry: id(), text: text.sentence(4, 24) })),
  );
  await engine.stop();
  await echo.terminate();
  remove();
  return [atMost(1.5, { name: 'roundtrip', unit: 'ms p95', ...pair })];
}

async function p95Of(one: () => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < COMMANDS; i++) samples.push(await one());
  return p95(samples);
}

async function ask(engine: EngineLink, name: string, input: object): Promise<void> {
  const reply = await engine.request({ id: 1, kind: 'command', name, input });
  if (reply.type !== 'result') throw new Error(JSON.stringify(reply));
}

/** ms from the command to its event. The answer is awaited too, outside the time, before the next. */
async function noteUntilEvent(
  engine: EngineLink,
  incident: IncidentId,
  text: string,
): Promise<number> {
  const heard = Promise.withResolvers<number>();
  const leave = engine.subscribe((event) => {
    if (event.view === 'incident') heard.resolve(performance.now());
  });
  const begin = performance.now();
  const answered = ask(engine, 'note.add', { incident, entry: id(), text });
  const end = await heard.promise;
  leave();
  await answered;
  return end - begin;
}

function echoed(worker: Worker, message: object): Promise<number> {
  return new Promise((resolve) => {
    const begin = performance.now();
    worker.once('message', () => resolve(performance.now() - begin));
    worker.postMessage(message);
  });
}
