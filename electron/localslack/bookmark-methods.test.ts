import type { BookmarksAddResponse } from '@slack/web-api';
import { expect, test } from 'vitest';
import { ANA, GENERAL, refusal, smallTeam } from './testing/small-team.ts';

const { ana, slack } = smallTeam();
const add = (args: object): Promise<BookmarksAddResponse> =>
  ana.apiCall('bookmarks.add', { ...link, ...args });
const link = { channel_id: GENERAL, title: 'Runbook', type: 'link', link: 'https://acme.test/run' };

test('a link is bookmarked and listed', async () => {
  const { bookmark } = await add({ emoji: ':book:' });
  expect(bookmark).toMatchObject({ title: 'Runbook', type: 'link', last_updated_by_user_id: ANA });
  const { bookmarks } = await ana.bookmarks.list({ channel_id: GENERAL });
  expect(bookmarks).toEqual([bookmark]);
});

test.each([
  [{ link: 'acme.test' }, 'invalid_link'],
  [{ type: 'poster' }, 'invalid_bookmark_type'],
  [{ emoji: 'book' }, 'invalid_emoji'],
  [{ channel_id: 'C0NOWHERE01' }, 'channel_not_found'],
  [{ title: '' }, 'invalid_arguments'],
])('%o is answered with %s', async (args, code) => {
  expect(await refusal(add(args))).toBe(code);
});

test('archived channels take none', async () => {
  const channel_id = slack.as(ANA).create('inc-1');
  slack.as(ANA).archive('inc-1');
  expect(await refusal(add({ channel_id }))).toBe('is_archived');
});
