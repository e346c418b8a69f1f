import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { carrying, startTeam } from '../testing/team.ts';

describe('what is not ours', () => {
  test('malformed metadata is kept as a message and logged; nothing breaks', async () => {
    const { clock, join, incidentChannel, postWith } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const payloads = [{}, { v: 1, ids: 'x', body: '{' }, { v: 1, ids: 'x', body: '[7]' }];
    for (const [i, event_payload] of payloads.entries()) {
      postWith(incidentChannel(), `odd ${i}`, { event_type: 'quarterdeck_ops', event_payload });
    }
    const foreign = { event_type: 'deploys', event_payload: { sha: 'x' } };
    postWith(incidentChannel(), 'from another app', foreign);
    await clock.advance(30 * SECOND);
    const { items } = await ana.query('timeline', { incident, limit: 20 });
    const messages = items.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
    expect(messages).toEqual(['odd 0', 'odd 1', 'odd 2', 'from another app']);
    expect(ana.log.filter((line) => line.event.startsWith('slack.odd'))).toHaveLength(3);
  });

  test('an op for another incident, smuggled into this channel, changes nothing', async () => {
    const { clock, join, incidentChannel, metadataOf, postWith } = startTeam();
    const ana = await join('xoxp-ana');
    const [one, two] = [await ana.declare('One'), await ana.declare('Two')];
    await clock.advance(30 * SECOND);
    const stolen = metadataOf(incidentChannel('-two'))[0]?.metadata?.event_payload.body;
    const [op] = JSON.parse(String(stolen));
    const at = 'zzzzzzzz0-0000-AAAAAAAAAA';
    const forged = { ...op, id: ana.id(), at, set: { name: 'Hijacked' } };
    postWith(incidentChannel('-one'), 'innocent', carrying(forged));
    await clock.advance(30 * SECOND);
    expect((await ana.query('incident', { incident: two })).name).toBe('Two');
    expect((await ana.query('incident', { incident: one })).name).toBe('One');
  });

  test.each([
    ['before', true],
    ['after', false],
  ])(
    'an op id used for two incidents hides neither, the copy read %s the true one',
    async (_when, isFirst) => {
      const { clock, join, incidentChannel, metadataOf, postWith } = startTeam();
      const ana = await join('xoxp-ana');
      const [one, two] = [await ana.declare('One'), await ana.declare('Two')];
      await clock.advance(30 * SECOND);
      await ana.command('note.add', { incident: two, entry: ana.id(), text: 'the true one' });
      await clock.advance(10 * SECOND);
      const message = metadataOf(incidentChannel('-two')).at(-1);
      const carried = message?.metadata ?? null;
      const [op] = JSON.parse(String(carried?.event_payload.body));
      const copy = { ...op, incident: one, set: { ...op.set, text: 'the copy' } };
      postWith(incidentChannel('-one'), 'copied', carrying(copy));
      // Who reads the copy alone first holds its id when the true one comes.
      if (message !== undefined && isFirst) message.metadata = null;
      const ben = await join('xoxp-ben');
      await clock.advance(60 * SECOND);
      if (message !== undefined) message.metadata = carried;
      await clock.advance(60 * SECOND);
      for (const desk of [ana, ben]) {
        for (const [incident, text] of [
          [one, 'the copy'],
          [two, 'the true one'],
        ] as const) {
          const { items } = await desk.query('timeline', { incident, limit: 20 });
          const notes = items.flatMap((item) => (item.kind === 'note' ? [item.text] : []));
          expect(notes).toEqual([text]);
        }
        expect((await desk.query('sync', {})).waiting).toBe(0);
      }
      const { name } = await ben.command('bundle.export', { incident: two });
      expect(name).toContain('.quarterdeck');
    },
  );

  test('an op of an unknown kind is kept, passed on and shown as far as understood', async () => {
    const { clock, join, incidentChannel, postWith } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const future = {
      v: 4,
      id: ana.id(),
      at: 'zzzzzzzz0-0000-AAAAAAAAAA',
      by: 'U0BEN000001',
      incident,
      entity: 'surmise:01F',
      set: { text: 'It is DNS', state: 'open' },
    };
    postWith(incidentChannel(), '? Hypothesis: it is DNS', carrying(future));
    await clock.advance(30 * SECOND);
    const { items } = await ana.query('timeline', { incident, limit: 20 });
    expect(items.at(-1)).toMatchObject({
      kind: 'change',
      changes: [{ kind: 'unknown', entity: 'surmise', fields: ['text', 'state'] }],
    });
  });
});
