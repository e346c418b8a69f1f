import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll } from '@electron/asar';
import { startEngineWorker } from '../../electron/hosts/engine-worker.ts';

const INCIDENT = '01K0000000000000000000000A';

/**
 * Starts the engine from the contents of an archive, in plain Node, and has an incident declared: what the engine needs
 * is then in the package, the native module among it. Null when it went well, else what went wrong.
 */
export async function bootProblem(archive: string): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-package-'));
  try {
    extractAll(archive, join(folder, 'app'));
    return await declareOnce(join(folder, 'app', 'out', 'main', 'worker.js'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function declareOnce(worker: string, folder: string): Promise<string | null> {
  const setup = {
    profile: join(folder, 'profile'),
    // Nothing leaves this computer: there is no token, and nobody listens there.
    slackApiUrl: 'http://127.0.0.1:9/',
    loginName: 'package',
    version: '0.0.0',
    keeping: 'session' as const,
    token: null,
  };
  const engine = await startEngineWorker(setup, async () => undefined, pathToFileURL(worker));
  if (!engine.ok) return `the engine does not start: ${engine.error.message}`;
  const input = { incident: INCIDENT, name: 'Checkout errors' };
  const reply = await engine.value.request({
    id: 1,
    kind: 'command',
    name: 'incident.declare',
    input,
  });
  await engine.value.stop();
  return reply.type === 'error' ? `no incident can be declared: ${reply.error.message}` : null;
}
