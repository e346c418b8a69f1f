import { expect, test } from 'vitest';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { quitCleanly } from './quit.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { NO_UPDATES } from './updates.ts';

const STAY = 1;

/** An app of which so much has not reached Slack, and whoever answers its question. */
function app(sync: object | null, saysNo = true) {
  const double = createElectronDouble({ saysNo });
  const engine = {
    request: async () =>
      sync === null
        ? { type: 'error', id: 1, error: { code: 'engine_stopped', message: 'It stopped.' } }
        : { type: 'result', id: 1, output: sync },
    stop: async () => void double.asked.push('engine stops'),
  } as unknown as EngineLink;
  quitCleanly(double.parts, engine, NO_UPDATES);
  const quit = () => double.emit('before-quit', { preventDefault: () => undefined });
  const ended = () => expect.poll(() => double.asked.slice(-2)).toEqual(['engine stops', 'exit 0']);
  return { double, quit, ended };
}

test.each([
  ['nothing waits', { state: 'synced', waiting: 0 }],
  ['there is no Slack to wait for', { state: 'unconnected', waiting: 7 }],
  ['the engine has ended', null],
])('where %s, nothing is asked', async (_where, sync) => {
  const { double, quit, ended } = app(sync);
  quit();
  quit();
  await ended();
  expect(double.questions).toEqual([]);
  expect(double.asked.filter((one) => one === 'engine stops')).toHaveLength(1);
});

test('what waits is told, and whoever stays stays', async () => {
  const { double, quit } = app({ state: 'offline', waiting: 3 });
  quit();
  await expect.poll(() => double.questions).toHaveLength(1);
  expect(double.questions[0]).toMatchObject({
    message: '3 changes have not reached Slack',
    buttons: ['Quit', 'Stay'],
    defaultId: STAY,
    cancelId: STAY,
  });
  // Asked anew the next time.
  await new Promise((resolve) => setImmediate(resolve));
  quit();
  await expect.poll(() => double.questions).toHaveLength(2);
  expect(double.asked).not.toContain('engine stops');
});

test('whoever quits all the same, quits', async () => {
  const { double, quit, ended } = app({ state: 'offline', waiting: 1 }, false);
  quit();
  await ended();
  expect(double.questions[0]).toMatchObject({ message: '1 change has not reached Slack' });
});

test('a system that shuts down is not held up by a question', async () => {
  const { double, quit, ended } = app({ state: 'offline', waiting: 3 });
  double.power.emit('shutdown');
  quit();
  await ended();
  expect(double.questions).toEqual([]);
});
