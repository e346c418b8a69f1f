import { describe, expect, it } from 'vitest';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { duration, findingsOf, size } from './findings.ts';
import { outcomeWords, spanWords } from './span-words.ts';

const CALM: DiagnosticsViewT = {
  versions: { quarterdeck: '1.0.0', schema: 1, op: 1, sqlite: '3.53.2', runtime: [] },
  device: 'AAAAAAAAAA',
  startedAt: 0,
  readAt: 60_000,
  connection: { state: 'synced', since: 0, nextTryAt: null },
  tokenKeeping: 'keychain',
  clockOffset: 900,
  budget: { perMinute: 48, onScreenEvery: 4_000, wait: 0 },
  spans: [],
  slow: [],
  files: { database: 1, wal: 0, journal: 0, log: 0, backups: 0, newestBackupAt: null },
  quarantine: [],
  outbox: { queued: 2, sending: 1, unknown: 0, parked: 0, held: 0, unproved: 0, spare: 0 },
  carrier: { kind: 'metadata', proved: true },
  desktops: 1,
  calls: [{ method: 'chat.postMessage', lastMinute: 1, total: 1, limited: 0, lastAt: 0 }],
  channels: [],
};
const words = (found: Partial<DiagnosticsViewT>) =>
  findingsOf({ ...CALM, ...found }).map((finding) => finding.words);

describe('what stands out', () => {
  it('is nothing while all goes as it should', () => {
    expect(words({})).toEqual([]);
  });

  it('is what keeps work from leaving, the most pressing first', () => {
    const found = findingsOf({
      ...CALM,
      connection: { state: 'refused', since: 0, nextTryAt: null },
      outbox: { ...CALM.outbox, parked: 3, unknown: 1 },
      quarantine: [{ reason: 'payload-malformed', count: 2 }],
    });
    expect(found).toEqual([
      { words: 'Slack refuses this desktop.', way: { name: 'Open Settings', to: '#/settings' } },
      {
        words: '3 changes are held back until you decide.',
        way: { name: 'Show what waits', to: '#/queue' },
      },
      expect.objectContaining({ words: expect.stringContaining('1 change is sent, without') }),
      { words: '2 messages were not understood in Slack, and set aside.', way: null },
    ]);
  });

  it('is a clock that is off, either way, and a limit', () => {
    expect(words({ clockOffset: -180_000 })[0]).toContain('3 min ahead of Slack’s');
    expect(words({ clockOffset: 45_000 })[0]).toContain('45.0 s behind Slack’s');
    const calls = CALM.calls.map((call) => ({ ...call, limited: 4 }));
    expect(words({ calls })[0]).toContain('4 times');
  });

  it('is what this computer does badly', () => {
    const slow = [{ sql: 'SELECT 1', times: 2, longest: 1_300, lastAt: 0 }];
    expect(words({ slow, tokenKeeping: 'session', readAt: 3_600_000 })).toEqual([
      'No keychain holds your sign-in: Slack asks again after each start.',
      'The database took up to 1.3 s for one statement.',
      'There is no backup yet.',
    ]);
    // Nobody signed in: nothing is lost with the start.
    expect(words({ carrier: null, tokenKeeping: 'session' })).toEqual([]);
  });
});

it('spans and figures read as people say them', () => {
  const span = { at: 0, ms: 5, outcome: 'limited' };
  expect(spanWords({ ...span, what: 'read', subject: 'people' })).toBe('Read who is there');
  expect(spanWords({ ...span, what: 'read', subject: 'INC-7F3K' })).toBe('Read INC-7F3K');
  expect(spanWords({ ...span, what: 'read', subject: 'gap INC-7F3K' })).toBe(
    'Close the gap in INC-7F3K',
  );
  expect(spanWords({ ...span, what: 'send', subject: 'INC-7F3K' })).toBe('Send INC-7F3K');
  expect(outcomeWords(span)).toBe('asked to wait');
  expect([12, 1_250, 90_000, 7_200_000].map(duration)).toEqual(['12 ms', '1.3 s', '2 min', '2 h']);
  expect([size(null), size(1_234_567)]).toEqual(['none', '1.2 MB']);
});
