import { describe, expect, test } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { createClock } from '../testing/clock.ts';
import { channelLists, type ListAsk } from './channel-lists.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

const ASK: ListAsk = {
  by: 'a test',
  method: 'conversations.list',
  types: 'public_channel',
  exclude_archived: false,
};
const LIMITED: SlackFailure = { kind: 'limited', retryAfter: 30_000 };
const PERISHED: SlackFailure = { kind: 'platform', code: 'invalid_cursor', needed: null };
const PAGES = 4;

/** A Slack with four pages of one channel each; what fails is said by the call's number. */
function lists(failures: { readonly [call: number]: SlackFailure }) {
  const clock = createClock();
  const asked: string[] = [];
  const call: SlackCall = async (_method, args, answer) => {
    const cursor = String(args.cursor ?? '');
    asked.push(cursor);
    const failure = failures[asked.length];
    if (failure !== undefined) return err(failure);
    const at = cursor === '' ? 0 : Number(cursor);
    const next_cursor = at + 1 < PAGES ? String(at + 1) : '';
    const channels = [{ id: `C${at}`, name: `c-${at}` }];
    return ok(answer.parse({ channels, response_metadata: { next_cursor } }));
  };
  return { clock, asked, all: channelLists(call, clock) };
}

const ids = (listed: Awaited<ReturnType<ReturnType<typeof lists>['all']>>) =>
  listed.ok ? listed.value.map(({ id }) => id) : listed.error;

const EVERY = ['C0', 'C1', 'C2', 'C3'];

describe('a list of channels that is cut short', () => {
  test('goes on where it stood when the same is asked again', async () => {
    const { asked, all } = lists({ 3: LIMITED });
    expect(ids(await all(ASK))).toEqual(LIMITED);
    expect(ids(await all(ASK))).toEqual(EVERY);
    expect(asked).toEqual(['', '1', '2', '2', '3']);
    expect(ids(await all(ASK))).toEqual(EVERY);
  });

  test('begins anew for somebody else, who may look for what came since', async () => {
    const { asked, all } = lists({ 3: LIMITED });
    await all(ASK);
    expect(ids(await all({ ...ASK, by: 'another' }))).toEqual(EVERY);
    expect(asked.slice(3)).toEqual(['', '1', '2', '3']);
  });

  test('begins anew after a while', async () => {
    const { clock, asked, all } = lists({ 3: LIMITED });
    await all(ASK);
    await clock.advance(11 * 60_000);
    expect(ids(await all(ASK))).toEqual(EVERY);
    expect(asked.slice(3)).toEqual(['', '1', '2', '3']);
  });

  test('begins anew when its cursor has perished', async () => {
    const { asked, all } = lists({ 3: LIMITED, 4: PERISHED });
    await all(ASK);
    expect(ids(await all(ASK))).toEqual(PERISHED);
    expect(ids(await all(ASK))).toEqual(EVERY);
    expect(asked.slice(4)).toEqual(['', '1', '2', '3']);
  });
});
