import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { QueryInput } from '#shared/contract/queries.ts';
import { PICTURE } from '../../localslack/testing/picture.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

type Asked = Partial<QueryInput<'timeline'>>;

/** An incident with a note a minute. */
async function night(notes: number) {
  const ana = await startTeam().join(null);
  const incident = await ana.declare('Long night');
  const begun = ana.clock.now();
  for (let i = 1; i <= notes; i++) {
    await ana.clock.advance(MINUTE);
    await ana.command('note.add', { incident, entry: ana.id(), text: `${i}` });
  }
  const read = (asked: Asked) => ana.query('timeline', { incident, limit: 4, ...asked });
  return { ana, incident, begun, read };
}

const texts = (window: { items: readonly { kind: string; text?: string }[] }) =>
  window.items.map((item) => item.text ?? item.kind);

describe('a window', () => {
  test('goes on forwards from where another ended, up to where a third begins', async () => {
    const { read, begun } = await night(12);
    const middle = await read({ at: begun + 6 * MINUTE });
    expect(texts(middle)).toEqual(['4', '5', '6', '7']);
    const next = await read({ from: middle.newer ?? '' });
    expect(texts(next)).toEqual(['8', '9', '10', '11']);
    const again = await read({ from: middle.older ?? '', before: next.older ?? '', limit: 9 });
    expect(again).toMatchObject({ items: middle.items, newer: null });
    const end = await read({ from: next.newer ?? '' });
    expect(texts(end)).toEqual(['12']);
    expect(end.newer).toBe(null);
    expect(texts(await read({ before: middle.older ?? '' })).at(-1)).toBe('3');
  });

  test('around a moment before the beginning, or after the end, is the first or the last', async () => {
    const { read, begun } = await night(6);
    const first = await read({ at: begun - HOUR });
    expect(texts(first)).toEqual(['change', 'change', '1', '2']);
    expect(first.older).toBe(null);
    const last = await read({ at: begun + HOUR });
    expect(texts(last)).toEqual(['3', '4', '5', '6']);
    expect(last.newer).toBe(null);
  });

  test('that grew in its middle tells where what no longer fits begins', async () => {
    const { ana, incident, read, begun } = await night(8);
    const page = await read({ at: begun + 4 * MINUTE });
    expect(texts(page)).toEqual(['2', '3', '4', '5']);
    const late = { entry: ana.id(), text: 'late', happenedAt: begun + 3 * MINUTE + 1 };
    await ana.command('note.add', { incident, ...late });
    const again = await read({ from: page.older ?? '', before: page.newer ?? '' });
    expect(texts(again)).toEqual(['2', '3', 'late', '4']);
    expect(texts(await read({ from: again.newer ?? '', before: page.newer ?? '' }))).toEqual(['5']);
  });

  test('counts what came after the line that was seen last, also when that was hidden', async () => {
    const { ana, incident, read } = await night(3);
    const seen = await read({});
    const last = seen.last ?? '';
    expect((await read({ seen: last })).unseen).toBe(0);
    for (const text of ['x', 'y']) {
      await ana.command('note.add', { incident, entry: ana.id(), text });
    }
    expect((await read({ seen: last })).unseen).toBe(2);
    const id = seen.items.at(-1)?.id ?? '';
    await ana.command('line.hide', { incident, line: { kind: 'note', id }, hidden: true });
    expect((await read({ seen: last })).unseen).toBe(2);
  });

  test('at a place that does not exist is refused in words', async () => {
    const { ana, incident } = await night(0);
    for (const place of ['from', 'before', 'seen']) {
      const input = { incident, limit: 4, [place]: 'nowhere' };
      expect(await ana.refusal('query', 'timeline', input)).toMatchObject({
        message: 'This place in the timeline does not exist.',
      });
    }
  });
});

test('who edited an entry and who moved it stand beside it, with the time it had', async () => {
  const { ana, incident, read } = await night(0);
  const entry = ana.id();
  const happenedAt = ana.clock.now() - HOUR;
  await ana.command('note.add', { incident, entry, text: 'First 5xx', happenedAt });
  const item = async () => (await read({ limit: 50 })).items.find(({ id }) => id === entry);
  expect(await item()).toMatchObject({ editedBy: null, movedBy: null });
  await ana.clock.advance(MINUTE);
  const edited = { text: 'First 503', happenedAt: happenedAt - MINUTE };
  await ana.command('entry.edit', { incident, entry, ...edited });
  const now = { by: { name: 'ana' }, at: ana.clock.now() };
  expect(await item()).toMatchObject({
    at: happenedAt - MINUTE,
    editedBy: now,
    movedBy: { ...now, from: happenedAt },
  });
});

describe('a message', () => {
  async function said(text: string) {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    const found = slack.channels().find(({ name }) => name === incidentChannel());
    slack.say('U0BEN000001', found?.id ?? '', text);
    const message = found?.messages.at(-1);
    await clock.advance(30 * SECOND);
    const change = async (to: string) => {
      if (message === undefined) throw new Error('nothing was said');
      message.text = to;
      await clock.advance(60 * SECOND);
    };
    return { ana, incident, change, clock, slack, channel: incidentChannel() };
  }
  const last = async (desktop: Desktop, incident: IncidentId, asked: Asked = {}) =>
    (await desktop.query('timeline', { incident, limit: 50, ...asked })).items.at(-1);

  test('comes as Slack writes it, with the names of whom it calls', async () => {
    const { ana, incident } = await said('*5xx* &gt; 3 %, <@U0ANA000001>');
    const { items, people } = await ana.query('timeline', { incident, limit: 50 });
    expect(items.at(-1)).toMatchObject({
      slackText: '*5xx* &gt; 3 %, <@U0ANA000001>',
      gone: false,
      files: [],
    });
    expect(people.map(({ ref }) => ref)).toContain('U0ANA000001');
  });

  test('that was taken over stands there as its entry', async () => {
    const { ana, incident } = await said('It is *DNS*');
    const ts = (await last(ana, incident))?.id ?? '';
    await ana.command('entry.curate', { incident, ts });
    expect(await last(ana, incident)).toMatchObject({ kind: 'note', slackText: 'It is *DNS*' });
  });

  test('that changed in Slack is settled once, with our text or with Slack’s', async () => {
    const { ana, incident, change } = await said('It is DNS');
    await ana.command('entry.curate', { incident, ts: (await last(ana, incident))?.id ?? '' });
    const entry = (await last(ana, incident))?.id ?? '';
    await change('It is *not* DNS');
    expect(await last(ana, incident)).toMatchObject({ slack: { changed: true } });
    await ana.command('entry.settle', { incident, entry, keep: 'ours' });
    expect(await last(ana, incident)).toMatchObject({
      text: 'It is DNS',
      slackText: null,
      slack: { changed: false },
    });
    await change('It is the cache &amp; DNS');
    expect(await last(ana, incident)).toMatchObject({ slack: { changed: true } });
    await ana.command('entry.settle', { incident, entry, keep: 'slack' });
    expect(await last(ana, incident)).toMatchObject({
      text: 'It is the cache & DNS',
      slackText: 'It is the cache &amp; DNS',
      slack: { changed: false },
    });
    const { versions } = await ana.query('entry-history', { incident, entry });
    expect(versions.map(({ text }) => text)).toEqual(['It is DNS', 'It is the cache & DNS']);
  });

  test('of which Slack holds nothing to take keeps its text, in words', async () => {
    const { ana, incident } = await said('x');
    const entry = ana.id();
    await ana.command('note.add', { incident, entry, text: 'mine' });
    expect(
      await ana.refusal('command', 'entry.settle', { incident, entry, keep: 'slack' }),
    ).toMatchObject({ message: 'There is no text of this in Slack to take.' });
  });

  test('shows its image once that was fetched, and says which file is none', async () => {
    const { ana, incident, slack, channel, clock } = await said('look');
    const ben = slack.as('U0BEN000001');
    const id = ben.upload(channel, { name: 'graph.png', bytes: PICTURE as never });
    await clock.advance(2 * MINUTE);
    const item = await last(ana, incident);
    expect(item).toMatchObject({ files: [{ id, name: 'graph.png', image: 'here' }] });
    const { type, data, next } = await ana.query('image', { id, offset: 0 });
    expect([type, next]).toEqual(['image/png', null]);
    expect(Buffer.from(data, 'base64').equals(Buffer.from(PICTURE))).toBe(true);
    expect(await ana.refusal('query', 'image', { id: 'F0NOBODY', offset: 0 })).toMatchObject({
      message: 'This image is not on this desktop yet.',
    });
  });
});
