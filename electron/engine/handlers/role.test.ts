import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { told } from '../testing/told.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

const said = async () => (await told(ana, incident)).slice(2);
const view = () => ana.query('incident', { incident });

describe('roles', () => {
  test('other roles, and roles under a name of their own, are given and taken away', async () => {
    const role = ana.id();
    await ana.command('role.assign', { incident, role: 'scribe', person: 'name:Ben' });
    await ana.command('role.add', { incident, role, name: 'Database', person: 'name:Cleo' });
    await ana.command('role.edit', { incident, role, name: 'Database lead' });
    expect((await view()).roles).toEqual([
      { role: 'lead', name: 'Lead', person: { ref: 'name:ana', name: 'ana' } },
      { role, name: 'Database lead', person: { ref: 'name:Cleo', name: 'Cleo' } },
      { role: 'scribe', name: 'Scribe', person: { ref: 'name:Ben', name: 'Ben' } },
    ]);
    await ana.command('role.edit', { incident, role, deleted: true });
    expect((await view()).roles).toHaveLength(2);
    await ana.command('role.edit', { incident, role, deleted: false });
    expect((await view()).roles).toHaveLength(3);
    expect(await said()).toEqual([
      'Scribe: Ben',
      'Role: Database',
      'Database: Cleo',
      'Role: Database → Database lead',
      'Role no longer needed: Database lead',
      'Role needed again: Database lead',
    ]);
  });

  test('every incident keeps a lead', async () => {
    const input = { incident, role: 'lead', deleted: true };
    expect(await ana.refusal('command', 'role.edit', input)).toMatchObject({
      code: 'not_possible',
      message: 'Every incident has a lead.',
    });
  });
});

describe('handing over the lead', () => {
  const offer = async (to: string) => {
    const handover = ana.id();
    const brief = 'Rolled back; watching errors until 03:00.';
    await ana.command('handover.offer', { incident, handover, role: 'lead', to, brief });
    return handover;
  };

  test('changes hands when the receiver confirms, not before', async () => {
    await ana.command('role.assign', { incident, role: 'lead', person: 'name:Ben' });
    const handover = await offer('name:ana');
    expect((await view()).lead?.name).toBe('Ben');
    expect((await view()).handovers).toMatchObject([
      { id: handover, from: { name: 'Ben' }, to: { name: 'ana' }, role: 'lead' },
    ]);
    await ana.command('handover.accept', { incident, handover });
    await ana.command('handover.accept', { incident, handover });
    expect(await view()).toMatchObject({ lead: { name: 'ana' }, handovers: [] });
    expect((await said()).slice(1)).toEqual([
      'Lead to be handed over to ana: Rolled back; watching errors until 03:00.',
      'Hand-over confirmed',
      'Lead: Ben → ana',
    ]);
  });

  test('only the receiver answers; whoever offered can take it back', async () => {
    const handover = await offer('name:Ben');
    expect(await ana.refusal('command', 'handover.accept', { incident, handover })).toMatchObject({
      code: 'not_possible',
      message: 'Only Ben can answer this hand-over.',
      hint: 'If Ben said so aloud, give them the role instead.',
    });
    await ana.command('handover.withdraw', { incident, handover });
    expect(await view()).toMatchObject({ lead: { name: 'ana' }, handovers: [] });
    expect(await ana.refusal('command', 'handover.decline', { incident, handover })).toMatchObject({
      message: 'This hand-over has been answered or taken back already.',
    });
  });

  test('a receiver may decline', async () => {
    await ana.command('role.assign', { incident, role: 'lead', person: null });
    const handover = await offer('name:ana');
    await ana.command('handover.decline', { incident, handover });
    expect(await view()).toMatchObject({ lead: null, handovers: [] });
  });

  test('to whoever has the role already makes no sense', async () => {
    const input = { incident, handover: ana.id(), role: 'lead', to: 'name:ana', brief: '' };
    expect(await ana.refusal('command', 'handover.offer', input)).toMatchObject({
      message: 'ana has this role already.',
    });
  });
});
