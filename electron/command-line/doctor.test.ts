import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDesktop, temporaryProfile } from '../engine/testing/desktop.ts';

const SCRIPT = join(import.meta.dirname, 'main.ts');

const run = (...args: string[]) =>
  spawnSync(process.execPath, [SCRIPT, 'doctor', ...args], { encoding: 'utf8' });

test('tells by its exit code how a data folder is, in words and as JSON', async () => {
  const { profile, remove } = temporaryProfile();
  const nothing = run('--profile', profile);
  expect(nothing.status).toBe(3);
  expect(nothing.stderr).toContain('There is no data of Quarterdeck in');
  const ana = await startDesktop({ profile });
  await ana.declare('Slow');
  const open = run('--profile', profile);
  expect(open.status).toBe(3);
  expect(open.stderr).toContain('already open');
  await ana.stop();
  const well = run('--profile', profile);
  expect(well.stdout).toContain('All is well.');
  expect(well.status).toBe(0);
  const json = run('--profile', profile, '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ profile, state: 'sound' });
  expect(run('--nonsense').status).toBe(3);
  remove();
});
