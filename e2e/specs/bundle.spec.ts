// Electron's bundles, as far as they run without Electron: its binary is not everywhere.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { startEngineWorker } from '../../electron/hosts/engine-worker.ts';

const OUT = join(import.meta.dirname, '..', '..', 'out');

test('the preload script asks for nothing but Electron, as its sandbox demands', () => {
  const script = readFileSync(join(OUT, 'preload', 'preload.cjs'), 'utf8');
  const asked = [...script.matchAll(/\brequire\(([^)]*)\)|\bimport\b/g)].map(([, name]) => name);
  expect(asked).toEqual(['"electron"']);
});

test('the bundled engine answers like the one that runs from source', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'quarterdeck-e2e-'));
  const started = await startEngineWorker(
    {
      profile,
      slackApiUrl: null,
      loginName: 'ana',
      version: '1.2.3',
      keeping: 'session',
      token: null,
    },
    async () => undefined,
    pathToFileURL(join(OUT, 'main', 'worker.js')),
  );
  if (!started.ok) throw new Error(started.error.message);
  const engine = started.value;
  expect(await engine.request({ id: 1, kind: 'query', name: 'settings', input: {} })).toMatchObject(
    { type: 'result', output: { version: '1.2.3', tokenKeeping: 'session' } },
  );
  await engine.stop();
  expect(await engine.ended).toBeNull();
  rmSync(profile, { recursive: true });
});
