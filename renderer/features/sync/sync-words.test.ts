import { expect, it } from 'vitest';
import type { SyncViewT } from '#shared/contract/views.ts';
import { syncWords } from './sync-words.ts';

const view = (given: Partial<SyncViewT>): SyncViewT => ({
  state: 'synced',
  since: 0,
  nextTryAt: null,
  waiting: 0,
  parked: 0,
  problem: null,
  ...given,
});

it.each<[Partial<SyncViewT>, string]>([
  [{ state: 'synced' }, 'Synced'],
  [{ state: 'synced', waiting: 2, parked: 2 }, 'Synced, 2 changes held back'],
  [{ state: 'offline' }, 'Offline'],
  [{ state: 'offline', waiting: 1 }, 'Offline, 1 change waiting'],
  [{ state: 'offline', waiting: 3 }, 'Offline, 3 changes waiting'],
  [{ state: 'syncing', waiting: 1200 }, 'Syncing, 1,200 changes waiting'],
  [
    { state: 'refused', waiting: 1, problem: { message: 'Signed out of Slack.', hint: '' } },
    'Signed out of Slack, 1 change waiting',
  ],
  [{ state: 'unconnected', waiting: 9 }, 'Not connected to Slack. Saved on this computer.'],
])('%o reads as "%s"', (given, words) => {
  expect(syncWords(view(given))).toBe(words);
});
