// One desk as a process of its own, to be killed: the real engine on a real folder, against the
// Slack it is given. Each answer it got stands on its output before it does anything else.
import { writeSync } from 'node:fs';
import { startEngine } from '../engine/engine.ts';
import { seededRandom } from '../engine/testing/random.ts';
import { createDeeds } from './deeds.ts';
import type { DeskLine, DeskSetup } from './desk-setup.ts';
import { fastClock } from './fast-clock.ts';

const OUTPUT = 1;
const setup = JSON.parse(process.argv[2] ?? '{}') as DeskSetup;
const clock = fastClock(setup.pace);
const random = seededRandom(setup.seed);
const say = (line: DeskLine) => void writeSync(OUTPUT, `${JSON.stringify(line)}\n`);

const asked = performance.now();
const started = await startEngine({
  clock,
  random,
  profile: setup.profile,
  secrets: {
    keeping: 'session',
    load: async () => setup.token,
    save: async () => undefined,
    clear: async () => undefined,
  },
  fetch: setup.slackApiUrl === null ? () => Promise.reject(new TypeError('fetch failed')) : fetch,
  slackApiUrl: setup.slackApiUrl,
  log: () => undefined,
  loginName: 'ana',
  zone: () => 'UTC',
  version: '0.0.0-crash',
});

if (started.ok) await work(started.value);
else {
  const { message, hint = null } = started.error;
  say({ said: 'refused', message, hint });
}

async function work(engine: Parameters<typeof createDeeds>[0]): Promise<void> {
  await engine.handle({ id: 0, kind: 'query', name: 'desk', input: {} });
  const now = performance.now();
  say({ said: 'up', sinceProcess: now, sinceEngine: now - asked });
  const { deeds, every, thenStop } = setup.work;
  const person = createDeeds(engine, setup.incidents, { now: clock.now, random });
  for (let i = 0; i < deeds; i++) {
    say(await person.next());
    // People pause, and sometimes do several things at once.
    if (random() < 0.7) await new Promise((resolve) => setTimeout(resolve, random() * 2 * every));
  }
  if (!thenStop) return;
  await calm(engine);
  await engine.stop();
  say({ said: 'stopped' });
  process.exit(0);
}

/** Waits until everything has reached Slack. */
async function calm(engine: Parameters<typeof createDeeds>[0]): Promise<void> {
  for (;;) {
    const reply = await engine.handle({ id: 0, kind: 'query', name: 'sync', input: {} });
    const state = reply.type === 'result' ? Object(reply.output).state : null;
    // Without a token there is nothing to wait for.
    if (state === 'synced' || setup.token === null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
