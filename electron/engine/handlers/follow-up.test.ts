import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

describe('a follow-up', () => {
  test('is done when somebody says how we know, or links it', async () => {
    const [one, two] = [ana.id(), ana.id()];
    for (const followUp of [one, two]) {
      await ana.command('follow-up.add', { incident, followUp, text: 'Alert on hit rate' });
    }
    const done = { incident, followUp: one, state: 'done' } as const;
    expect(await ana.refusal('command', 'follow-up.edit', done)).toMatchObject({
      message: 'Say how we know that it is done.',
    });
    await ana.command('follow-up.edit', { ...done, doneWhen: 'It fired on Monday' });
    const issueUrl = 'https://issues.acme.test/41';
    await ana.command('follow-up.edit', { incident, followUp: two, issueUrl });
    await ana.command('follow-up.edit', { incident, followUp: two, state: 'done' });
    const { items } = await ana.query('follow-ups', { incident });
    expect(items.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  test('soaks for two days from the end, wherever it was added, unless somebody says otherwise', async () => {
    const [early, late, said] = [ana.id(), ana.id(), ana.id()];
    const soakUntil = ana.clock.now() + 5 * DAY;
    await ana.command('follow-up.add', { incident, followUp: early, text: 'Alert on hit rate' });
    await ana.command('follow-up.add', { incident, followUp: said, text: 'Move it', soakUntil });
    const soaks = async () => {
      const { items } = await ana.query('follow-ups', { incident });
      return Object.fromEntries(items.map((item) => [item.id, item.soakUntil]));
    };
    expect(await soaks()).toEqual({ [early]: null, [said]: soakUntil });
    await ana.clock.advance(HOUR);
    const ended = ana.clock.now();
    await ana.command('incident.set-status', { incident, status: 'resolved' });
    await ana.clock.advance(DAY);
    const added = ana.clock.now();
    await ana.command('follow-up.add', { incident, followUp: late, text: 'Write it down' });
    const held = await soaks();
    expect(held[said]).toBe(soakUntil);
    expect(Math.abs((held[early] ?? 0) - ended - 2 * DAY)).toBeLessThan(1_000);
    expect(Math.abs((held[late] ?? 0) - added - 2 * DAY)).toBeLessThan(1_000);
    await ana.command('incident.set-status', {
      incident,
      status: 'investigating',
      reason: 'Again',
    });
    expect((await soaks())[early]).toBeNull();
  });
});

describe('the follow-ups of all incidents', () => {
  test('stand together: the earliest due first, what is settled last, with where they come from', async () => {
    const other = await ana.declare('Webhooks are late');
    const add = async (where: IncidentId, text: string, fields: object = {}) => {
      const followUp = ana.id();
      await ana.command('follow-up.add', { incident: where, followUp, text, ...fields });
      await ana.clock.advance(1_000);
      return followUp;
    };
    await add(incident, 'Some day');
    await add(incident, 'Next week', { due: ana.clock.now() + 7 * DAY });
    await add(other, 'Tomorrow', { due: ana.clock.now() + DAY, owner: 'name:ana' });
    await add(other, 'It was nothing', { state: 'dropped' });
    const removed = await add(other, 'By mistake');
    await ana.command('follow-up.edit', { incident: other, followUp: removed, deleted: true });
    const { items, more } = await ana.query('all-follow-ups', {});
    expect(items.map(({ text }) => text)).toEqual([
      'Tomorrow',
      'Next week',
      'Some day',
      'It was nothing',
    ]);
    expect(items[0]).toMatchObject({
      ...{ incident: other, name: 'Webhooks are late', owner: { name: 'ana' }, private: false },
      code: expect.stringMatching(/^INC-/),
    });
    expect(more).toBe(0);
  });
});
