import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { told } from '../testing/told.ts';

let ana: Desktop;
let one: IncidentId;
let two: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  one = await ana.declare('Checkout slow');
  two = await ana.declare('Database down');
});
afterEach(() => ana.stop());

const view = (incident: IncidentId) => ana.query('incident', { incident });
const said = async (incident: IncidentId) => (await told(ana, incident)).slice(2);

describe('merging', () => {
  test('is told on both sides, and the incident is off the active list', async () => {
    const [{ code: from }, { code: to }] = [await view(one), await view(two)];
    await ana.command('incident.merge', { incident: one, into: two });
    await ana.command('incident.merge', { incident: one, into: two });
    expect(await view(one)).toMatchObject({
      status: 'merged',
      relations: [{ incident: two, as: 'merged-into', code: to, name: 'Database down' }],
    });
    expect((await view(two)).relations).toMatchObject([
      { incident: one, as: 'merged-from', code: from, name: 'Checkout slow', isHere: true },
    ]);
    expect(await said(one)).toEqual(['Status: Triage → Merged', `Merged into ${to} Database down`]);
    expect(await said(two)).toEqual([`Merged into this one: ${from} Checkout slow`]);
    expect((await ana.query('desk', {})).active.map((row) => row.id)).toEqual([two]);
  });

  test('is undone: each has the status it had, and neither knows of the other', async () => {
    await ana.command('incident.set-status', { incident: one, status: 'fixing' });
    await ana.command('incident.merge', { incident: one, into: two });
    await ana.command('incident.unmerge', { incident: one });
    await ana.command('incident.unmerge', { incident: one });
    expect(await view(one)).toMatchObject({ status: 'fixing', relations: [] });
    expect((await view(two)).relations).toEqual([]);
    expect((await said(two)).at(-1)).toMatch(/^No longer part of this one: INC-/);
    await ana.command('incident.merge', { incident: one, into: two });
    expect((await view(two)).relations).toHaveLength(1);
  });

  test('ends when somebody chooses a status', async () => {
    await ana.command('incident.merge', { incident: one, into: two });
    await ana.command('incident.set-status', { incident: one, status: 'monitoring' });
    expect(await view(one)).toMatchObject({ status: 'monitoring', relations: [] });
    expect((await view(two)).relations).toEqual([]);
  });

  test('with itself, twice, or into one that is merged, is refused in words', async () => {
    const three = await ana.declare('Third');
    const refusal = (incident: IncidentId, into: IncidentId) =>
      ana.refusal('command', 'incident.merge', { incident, into });
    expect((await refusal(one, one)).message).toBe('These are one and the same incident.');
    await ana.command('incident.merge', { incident: one, into: two });
    const { code } = await view(two);
    expect((await refusal(one, three)).message).toMatch(`is merged into ${code} already.`);
    expect((await refusal(three, one)).message).toMatch(`is itself merged into ${code}.`);
  });

  test('does not tell a public incident what a private one is called', async () => {
    await ana.command('incident.set-private', { incident: one, private: true });
    await ana.command('incident.merge', { incident: one, into: two });
    const { code } = await view(one);
    expect(await said(two)).toEqual([`Merged into this one: ${code}`]);
    expect((await said(one)).at(-1)).toMatch(/Database down$/);
  });
});

describe('related incidents', () => {
  test('know of each other, until they do not', async () => {
    await ana.command('incident.relate', { incident: one, other: two, related: true });
    await ana.command('incident.relate', { incident: two, other: one, related: true });
    expect((await view(two)).relations).toMatchObject([{ incident: one, as: 'related' }]);
    await ana.command('incident.relate', { incident: two, other: one, related: false });
    expect((await view(one)).relations).toEqual([]);
    expect(await said(one)).toEqual([
      expect.stringMatching(/^Related: INC-.... Database down$/),
      expect.stringMatching(/^No longer related: INC-.... Database down$/),
    ]);
  });

  test('that are merged are not merely related', async () => {
    await ana.command('incident.merge', { incident: one, into: two });
    const input = { incident: two, other: one, related: false };
    expect(await ana.refusal('command', 'incident.relate', input)).toMatchObject({
      code: 'not_possible',
      hint: 'Undo the merge first.',
    });
  });
});
