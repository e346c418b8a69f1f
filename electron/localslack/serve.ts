// npm run localslack: the local workspace by itself, for other programs to be tried against.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listen } from './http.ts';
import { LIMIT_MODES, type LimitMode } from './limits.ts';
import type { Clock } from './model.ts';
import { SMALL_TEAM } from './seed.ts';
import { seedInFile } from './seed-file.ts';
import { standingClock } from './standing-clock.ts';
import { createWorkspace } from './workspace.ts';

const HELP = `npm run localslack -- [--port N] [--seed FILE] [--limits ${LIMIT_MODES.join('|')}] [--clock TIME]
  --port N      the port to listen on; 0 takes any that is free, which is also what is done without it
  --seed FILE   JSON that says who and what is there; without it a small team of two people and a bot
  --limits M    ${LIMIT_MODES[1]} counts calls as Slack does, and is what is done without it
  --clock TIME  time stands at this moment (2026-11-21T02:00:00Z) and moves by POST /_control/clock
`;

const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

function limitsOf(given: string): LimitMode {
  const mode = LIMIT_MODES.find((known) => known === given);
  if (mode === undefined) throw new Error(`--limits takes ${LIMIT_MODES.join(', ')}.`);
  return mode;
}

function momentOf(given: string): number {
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) throw new Error('--clock takes a time such as 2026-11-21T02:00:00Z.');
  return moment;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string' },
      limits: { type: 'string', default: 'slack' },
      clock: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a number.');
  const standing = values.clock === undefined ? null : standingClock(momentOf(values.clock));
  const workspace = createWorkspace({
    seed:
      values.seed === undefined
        ? SMALL_TEAM
        : seedInFile(values.seed, readFileSync(values.seed, 'utf8')),
    clock: standing ?? REAL_CLOCK,
    random: Math.random,
    limits: limitsOf(values.limits),
  });
  const server = await listen(workspace, {
    port: Number(values.port),
    ...(standing === null ? {} : { clock: standing }),
  });
  process.stdout.write(`localslack is at ${server.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
}

try {
  await main();
} catch (cause) {
  // A mistake in what was given is told in a line, however many lines it comes with.
  const [line] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
