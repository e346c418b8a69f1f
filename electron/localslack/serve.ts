// npm run localslack: the local workspace by itself, for other programs to be tried against.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listen } from './http.ts';
import { type SeedInput, SMALL_TEAM } from './seed.ts';
import { createWorkspace } from './workspace.ts';

try {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, seed: { type: 'string' } },
  });
  if (!/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a number.');
  const seed: SeedInput =
    values.seed === undefined ? SMALL_TEAM : JSON.parse(readFileSync(values.seed, 'utf8'));
  const clock = {
    now: () => Date.now(),
    after: (ms: number, task: () => void) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  };
  const workspace = createWorkspace({ seed, clock, random: Math.random, limits: 'slack' });
  const server = await listen(workspace, Number(values.port));
  process.stdout.write(`localslack is at ${server.url}\n`);
  process.once('SIGINT', () => void server.close());
} catch (cause) {
  process.stderr.write(
    `${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}\n`,
  );
  process.exitCode = 2;
}
