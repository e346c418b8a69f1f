import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#shared/base/duration.ts';
import { openPage, textOn } from '../testing/post-mortem-page.ts';
import { startTeam } from '../testing/team.ts';

describe('a post-mortem that several people write', () => {
  test('travels under one message, at most a reply a minute from each desktop', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const [ana, ben] = [await join('xoxp-ana'), await join('xoxp-ben')];
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    await ana.command('post-mortem.start', { incident });
    await clock.advance(MINUTE);
    const [hers, his] = [await openPage(ana, incident), await openPage(ben, incident)];
    for (let minute = 0; minute < 3; minute++) {
      await hers.write(`Ana ${minute}`);
      await his.write(`Ben ${minute}`);
      await clock.advance(MINUTE);
    }
    await clock.advance(2 * MINUTE);
    await hers.catchUp();
    await his.catchUp();
    expect(hers.text()).toBe(his.text());
    for (const words of ['Ana 2', 'Ben 2']) expect(hers.text()).toContain(words);
    const messages = slack.channelNamed(incidentChannel())?.messages ?? [];
    const replies = messages.filter(({ threadTs }) => threadTs !== null);
    expect(new Set(replies.map(({ threadTs }) => threadTs)).size).toBe(1);
    // The skeleton, and three minutes of two people.
    expect(replies.length).toBeLessThanOrEqual(1 + 3 * 2 + 2);
    const root = messages.find(({ ts }) => ts === replies[0]?.threadTs);
    expect(root?.text).toContain('Post-mortem begun');
    const view = await ana.query('post-mortem', { incident });
    expect(view?.others.map(({ person }) => person.name)).toEqual(['Ben']);
  });

  test('is read while it is open, also where its message lies deep in a long channel', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const [ana, ben] = [await join('xoxp-ana'), await join('xoxp-ben')];
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    await ana.command('post-mortem.start', { incident });
    await ana.command('incident.set-status', { incident, status: 'closed' });
    await clock.advance(MINUTE);
    const channel = slack.channelNamed(incidentChannel())?.id ?? '';
    for (let i = 0; i < 210; i++) slack.say('U0BEN000001', channel, `on and on ${i}`);
    await ben.query('incident', { incident });
    await clock.advance(3 * MINUTE);
    const [hers, his] = [await openPage(ana, incident), await openPage(ben, incident)];
    await hers.write('What surprised us');
    await clock.advance(MINUTE);
    await his.catchUp();
    expect(his.text()).toContain('What surprised us');
  });

  test('gets through where Slack keeps the words alone, though a reply is what finds that out', async () => {
    const { clock, join } = startTeam({ personMetadata: 'dropped' });
    const [ana, ben] = [await join('xoxp-ana'), await join('xoxp-ben')];
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    await ana.command('post-mortem.start', { incident });
    await clock.advance(2 * MINUTE);
    const hers = await openPage(ana, incident);
    // By then what was found out before is tried anew, with the next post.
    clock.jump(8 * DAY);
    await hers.write('What surprised us');
    await clock.advance(5 * MINUTE);
    await ben.query('incident', { incident });
    await clock.advance(5 * MINUTE);
    expect(await textOn(ben, incident)).toContain('What surprised us');
  });

  test('two who begin it offline and write for hours have one document, without a question', async () => {
    const { clock, join, cable } = startTeam();
    const [hers, his] = [cable(), cable()];
    const [ana, ben] = [await join('xoxp-ana', hers), await join('xoxp-ben', his)];
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    await ben.query('incident', { incident });
    await clock.advance(30 * SECOND);
    hers.cut = true;
    his.cut = true;
    for (const desktop of [ana, ben]) await desktop.command('post-mortem.start', { incident });
    const [anas, bens] = [await openPage(ana, incident), await openPage(ben, incident)];
    expect(anas.text()).toBe(bens.text());
    for (let hour = 0; hour < 2; hour++) {
      await anas.write(`Ana, hour ${hour}`);
      await bens.write(`Ben, hour ${hour}`);
      await clock.advance(60 * MINUTE);
    }
    hers.cut = false;
    his.cut = false;
    await clock.advance(10 * MINUTE);
    for (const desktop of [ana, ben]) await desktop.query('incident', { incident });
    await clock.advance(10 * MINUTE);
    expect(await textOn(ana, incident)).toBe(await textOn(ben, incident));
    const text = await textOn(ana, incident);
    expect(text.split('Why were we surprised?')).toHaveLength(2);
    for (let hour = 0; hour < 2; hour++) {
      expect(text).toContain(`Ana, hour ${hour}`);
      expect(text).toContain(`Ben, hour ${hour}`);
    }
  });

  test.each(['drop-after', 'drop-before', 'status', 'html'] as const)(
    'a reply that ended in "%s" is in Slack once',
    async (kind) => {
      const { clock, slack, join, incidentChannel, carriedOps } = startTeam();
      const ana = await join('xoxp-ana');
      const incident = await ana.declare('Slow');
      await clock.advance(20 * SECOND);
      await ana.command('post-mortem.start', { incident });
      await clock.advance(MINUTE);
      const page = await openPage(ana, incident);
      slack.faults.add({ method: 'chat.postMessage', kind });
      await page.write('Once');
      await clock.advance(5 * MINUTE);
      const ops = carriedOps(incidentChannel());
      expect(new Set(ops).size).toBe(ops.length);
      expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
      const ben = await join('xoxp-ben');
      await ben.query('sync', {});
      await clock.advance(MINUTE);
      await ben.query('incident', { incident });
      await clock.advance(2 * MINUTE);
      expect(await textOn(ben, incident)).toBe(page.text());
    },
  );

  test('replies are taken for read, and never for lost', async () => {
    const { clock, join, incidentChannel, carriedOps, slack } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('Words');
    for (let minute = 0; minute < 20; minute++) {
      await ana.query('incident', { incident });
      await clock.advance(MINUTE);
    }
    const ops = carriedOps(incidentChannel());
    expect(new Set(ops).size).toBe(ops.length);
    expect(slack.channelNamed(incidentChannel())?.messages.length).toBeLessThan(12);
  });

  test('where somebody deleted the message they stood under, they stand in the channel', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    await ana.command('post-mortem.start', { incident });
    await clock.advance(MINUTE);
    const channel = slack.channelNamed(incidentChannel());
    const root = channel?.messages.find(({ text }) => text.includes('Post-mortem begun'));
    for (const reply of channel?.messages.filter(({ threadTs }) => threadTs === root?.ts) ?? []) {
      slack.as('U0ANA000001').remove(channel?.id ?? '', reply.ts);
    }
    slack.as('U0ANA000001').remove(channel?.id ?? '', root?.ts ?? '');
    const page = await openPage(ana, incident);
    await page.write('After all');
    await clock.advance(3 * MINUTE);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(channel?.messages.at(-1)).toMatchObject({ threadTs: null });
  });
});
