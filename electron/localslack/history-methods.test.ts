import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANA, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

const channel = GENERAL;
let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const texts = async (args: object) =>
  (await team.ana.conversations.history({ channel, ...args })).messages?.map(({ text }) => text);

describe('bounds', () => {
  test('are exclusive unless said otherwise', async () => {
    const [one = '', two = '', three = ''] = ['one', 'two', 'three'].map((text) =>
      team.slack.as(ANA).post('general', text),
    );
    expect(await texts({ oldest: one })).toEqual(['three', 'two']);
    expect(await texts({ latest: three })).toEqual(['two', 'one']);
    expect(await texts({ oldest: one, latest: three })).toEqual(['two']);
    expect(await texts({ oldest: one, latest: two, inclusive: true })).toEqual(['two', 'one']);
    expect(await texts({ oldest: '0' })).toHaveLength(3);
  });

  test('that are no time are refused, and so are foreign cursors', async () => {
    const read = (args: object) => refusal(team.ana.conversations.history({ channel, ...args }));
    expect(await read({ oldest: 'x' })).toBe('invalid_ts_oldest');
    expect(await read({ latest: '1.2.3' })).toBe('invalid_ts_latest');
    expect(await read({ cursor: 'x' })).toBe('invalid_cursor');
  });
});

describe('metadata', () => {
  test('shows its type alone unless all of it is asked for', async () => {
    const metadata = { event_type: 'ours', event_payload: { n: 1 } };
    await team.ana.chat.postMessage({ channel, text: 'x', metadata });
    const read = async (args: object) =>
      (await team.ben.conversations.history({ channel, ...args })).messages?.[0]?.metadata;
    expect(await read({})).toEqual({ event_type: 'ours' });
    expect(await read({ include_all_metadata: true })).toEqual(metadata);
  });
});

/** Every ts of a walk, page by page; `between` happens after each. */
async function walked(limit: number, between: () => void = () => undefined): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await team.ana.conversations.history({
      channel,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...(page.messages ?? []).map(({ ts }) => ts ?? ''));
    cursor = page.response_metadata?.next_cursor || undefined;
    expect(page.has_more).toBe(cursor !== undefined);
    between();
  } while (cursor !== undefined);
  return seen;
}

describe('a walk', () => {
  test('by any page size shows each message once, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.nat(40), async (limit, count) => {
        team = smallTeam();
        const posted = Array.from({ length: count }, (_, i) =>
          team.slack.as(ANA).post('general', `${i}`),
        );
        expect(await walked(limit)).toEqual(posted.reverse());
      }),
      { numRuns: 30 },
    );
  });

  test('goes on where it was while messages come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(19), { maxLength: 20 }),
        async (limit, removals) => {
          team = smallTeam();
          const ana = team.slack.as(ANA);
          const posted = Array.from({ length: 20 }, (_, i) => ana.post('general', `${i}`));
          const removed = new Set<string>();
          const left = [...removals];
          const seen = await walked(limit, () => {
            ana.post('general', 'newer');
            const ts = posted[left.pop() ?? 20];
            if (ts === undefined || removed.has(ts)) return;
            removed.add(ts);
            ana.remove('general', ts);
          });
          const stayed = posted.filter((ts) => !removed.has(ts));
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen).toEqual([...seen].sort().reverse());
          expect(seen).toEqual(expect.arrayContaining(stayed));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('takes at most 999 a page, 15 where the strict limits hold', async () => {
    for (let i = 0; i < 1_005; i++) team.slack.as(ANA).post('general', `${i}`);
    expect(await texts({ limit: 2_000 })).toHaveLength(999);
    expect(await texts({})).toHaveLength(100);
    team = smallTeam({ limits: 'strict15' });
    for (let i = 0; i < 20; i++) team.slack.as(ANA).post('general', `${i}`);
    expect(await texts({ limit: 100 })).toHaveLength(15);
  });
});
