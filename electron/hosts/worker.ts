// The engine's thread: real time, chance and network are handed to the engine here and only here.
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#shared/base/assert.ts';
import { BROWSER_SHELL, type ShellViewT } from '#shared/contract/views/shell.ts';
import { startEngine } from '../engine/engine.ts';
import type { Clock, Secrets } from '../engine/ports.ts';
import { carriedFetch } from './carried-fetch.ts';
import { folderDisk } from './folder-disk.ts';
import { logFile, newestLines } from './log-file.ts';
import type { FromWorker, SecretName, ToWorker, WorkerSetup } from './protocol.ts';
import { secretRandom } from './random.ts';
import { runtimeNow } from './runtime.ts';
import { openReturn } from './sign-in-return.ts';
import { systemFetch } from './system-fetch.ts';

invariant(parentPort !== null, 'this file runs as a worker');
const port = parentPort;
const setup = workerData as WorkerSetup;
const say = (message: FromWorker) => port.postMessage(message);

/** Longest delay Node's timers take; a longer one would fire at once. */
const LONGEST_MS = 2_147_483_647;

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, Math.min(ms, LONGEST_MS));
    return () => clearTimeout(timer);
  },
};

/** Tokens are kept by the shell, which has the keychain; here they live in memory alone. */
function shellSecrets(
  name: SecretName,
  given: string | null,
): Secrets & {
  readonly kept: (seq: number, problem: string | null) => void;
} {
  const waiting = new Map<number, { resolve: () => void; reject: (cause: Error) => void }>();
  let held = given;
  const keep = (token: string | null) =>
    new Promise<void>((resolve, reject) => {
      held = token;
      seq += 1;
      waiting.set(seq, { resolve, reject });
      say({ type: 'keep-secret', seq, name, token });
    });
  return {
    keeping: setup.keeping,
    load: async () => held,
    save: keep,
    clear: () => keep(null),
    kept: (answered, problem) => {
      const asked = waiting.get(answered);
      waiting.delete(answered);
      if (problem === null) asked?.resolve();
      else asked?.reject(new Error(problem));
    },
  };
}

let seq = 0;
const secrets = shellSecrets('slack', setup.token);
const gitHubSecrets = shellSecrets('github', setup.gitHubToken ?? null);
const carried = carriedFetch(say);
let shell: ShellViewT = BROWSER_SHELL;
const started = await startEngine({
  clock,
  random: secretRandom(),
  profile: setup.profile,
  secrets,
  gitHubSecrets,
  folderDisk,
  gitHubApiUrl: setup.gitHubApiUrl ?? null,
  fetch: setup.carriesFetch === true ? carried.fetch : systemFetch(process.env),
  slackApiUrl: setup.slackApiUrl,
  ...(setup.slackClientId === undefined ? {} : { slackClientId: setup.slackClientId }),
  openReturn,
  log: logFile(setup.profile),
  newestLog: (most) => newestLines(setup.profile, most),
  loginName: setup.loginName,
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  version: setup.version,
  runtime: runtimeNow(),
  shell: () => shell,
});

if (started.ok) {
  const engine = started.value;
  engine.subscribe((event) => say({ type: 'event', event }));
  port.on('message', (message: ToWorker) => void take(message));
  const take = async (message: ToWorker): Promise<void> => {
    switch (message.type) {
      case 'request':
        say({ type: 'reply', seq: message.seq, reply: await engine.handle(message.raw) });
        break;
      case 'secret-kept':
        // Each knows its own questions.
        for (const one of [secrets, gitHubSecrets]) one.kept(message.seq, message.problem);
        break;
      case 'shell':
        shell = message.shell;
        // To the pages alone: nothing of the engine's own depends on it.
        say({ type: 'event', event: { view: 'settings' } });
        break;
      case 'fetched':
        carried.take(message);
        break;
      case 'stop':
        await engine.stop();
        // Idle connections to Slack would keep the thread alive for a while.
        process.exit(0);
    }
  };
  say({ type: 'started' });
} else {
  say({ type: 'refused', error: started.error });
  process.exit(0);
}
