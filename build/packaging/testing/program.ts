// Stands for the packaged app: an engine with its door open, in the profile that it is started with.
import { openToCommandLine } from '../../../electron/hosts/command-door.ts';
import { startEngineWorker } from '../../../electron/hosts/engine-worker.ts';

const profile = process.argv[2]?.replace('--profile=', '') ?? '';
const engine = await startEngineWorker(
  {
    profile,
    slackApiUrl: 'http://127.0.0.1:9/',
    loginName: 'package',
    version: '0.0.0',
    keeping: 'session',
    token: null,
  },
  async () => undefined,
  new URL('../../../electron/hosts/worker.ts', import.meta.url),
);
if (!engine.ok) throw new Error(engine.error.message);
const link = await openToCommandLine(profile, engine.value, (cause) => {
  throw new Error(String(cause));
});
process.once('SIGTERM', () => void link.stop());
