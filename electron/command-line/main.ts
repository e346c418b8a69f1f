// quarterdeck: declare, note and read from a terminal or an alert.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEngineWorker } from '../hosts/engine-worker.ts';
import { loginName } from '../hosts/login-name.ts';
import { usualProfile } from '../hosts/profile-folder.ts';
import { secretRandom } from '../hosts/random.ts';
import type { DeskPorts } from './desk.ts';
import { runDoctor } from './doctor.ts';
import type { Place } from './options.ts';
import { runCommandLine } from './run.ts';

const token = process.env.QUARTERDECK_SLACK_TOKEN || null;

function deskOf({ profile: given, slackApiUrl }: Place): DeskPorts {
  const profile = resolve(given ?? usualProfile(process.platform, process.env));
  return {
    profile,
    fetch: globalThis.fetch,
    pause: (ms) => pause(ms),
    start: () =>
      startEngineWorker(
        {
          ...{ profile, slackApiUrl, token, keeping: 'session', loginName: loginName() },
          version: version(),
        },
        async () => undefined,
        new URL('../hosts/worker.ts', import.meta.url),
      ),
  };
}

function version(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}

async function run(args: readonly string[]): Promise<number> {
  // It works with the app closed and on what no engine would open, so it has no desk.
  if (args[0] === 'doctor') return runDoctor(args.slice(1));
  const { out, error, code } = await runCommandLine(args, {
    now: () => Date.now(),
    random: secretRandom(),
    input: () => readFileSync(0, 'utf8'),
    pause: (ms) => pause(ms),
    deskOf,
    hasToken: token !== null,
  });
  process.stderr.write(error);
  process.stdout.write(out);
  return code;
}

process.exitCode = await run(process.argv.slice(2));
