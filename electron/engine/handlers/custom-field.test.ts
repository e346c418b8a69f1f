import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';
import { told } from '../testing/told.ts';

async function desk() {
  const ana = await startTeam().join(null);
  return { ana, incident: await ana.declare('Slow') };
}

type Type = 'text' | 'number' | 'select' | 'link' | 'user' | 'date';

async function define(ana: Desktop, name: string, type: Type, options: string[] = []) {
  const field = ana.id();
  await ana.command('field.define', { field, name, type, options });
  return field;
}

const fields = async (desktop: Desktop, incident: IncidentId) =>
  (await desktop.query('incident', { incident })).fields;

describe('a custom field', () => {
  test('is offered on every incident, empty, until somebody fills it in', async () => {
    const { ana, incident } = await desk();
    const field = await define(ana, 'Region', 'select', ['EU', 'US']);
    expect(await fields(ana, incident)).toMatchObject([{ id: field, name: 'Region', value: null }]);
    await ana.command('field.set', { incident, field, value: 'EU' });
    await ana.command('field.set', { incident, field, value: 'EU' });
    expect(await fields(ana, incident)).toMatchObject([{ value: 'EU', options: ['EU', 'US'] }]);
    await ana.command('field.set', { incident, field, value: null });
    expect((await told(ana, incident)).slice(2)).toEqual(['Region: EU', 'Region taken back']);
  });

  test.each([
    ['text', 'Two words', 7, 'Enter a text.'],
    ['number', 3.5, 'many', 'Enter a number.'],
    ['select', 'b', 'd', 'Choose one of the options.'],
    ['link', 'https://acme.test', 'http://acme.test', 'Paste an address that starts with https://'],
    ['user', 'name:Ben', 7, 'Enter a text.'],
    ['date', '2026-11-21', '2026-02-30', 'Enter a date: 2026-11-21.'],
  ] as const)('of type %s takes %j and refuses %j', async (type, good, bad, message) => {
    const { ana, incident } = await desk();
    const field = await define(ana, 'F', type, ['a', 'b']);
    await ana.command('field.set', { incident, field, value: good });
    expect((await fields(ana, incident))[0]).toMatchObject({ value: good, type });
    expect(
      await ana.refusal('command', 'field.set', { incident, field, value: bad }),
    ).toMatchObject({ code: 'invalid_input', message });
  });

  test('that names a person says who', async () => {
    const { ana, incident } = await desk();
    const field = await define(ana, 'Customer contact', 'user');
    await ana.command('field.set', { incident, field, value: 'name:Ben' });
    expect((await fields(ana, incident))[0]?.person).toEqual({ ref: 'name:Ben', name: 'Ben' });
    expect((await told(ana, incident)).at(-1)).toBe('Customer contact: Ben');
  });

  test('travels with its definition, so that another desktop can show it and use it', async () => {
    const { clock, join } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const field = await define(ana, 'Region', 'select', ['EU', 'US']);
    const incident = await ana.declare('Slow');
    await ana.command('field.set', { incident, field, value: 'EU' });
    await clock.advance(60 * SECOND);
    expect(await fields(ben, incident)).toEqual(await fields(ana, incident));
    const next = await ben.declare('Slow again');
    await ben.command('field.set', { incident: next, field, value: 'US' });
    expect(await fields(ben, next)).toMatchObject([{ id: field, name: 'Region', value: 'US' }]);
  });

  test('that is renamed tells its incidents when they are next filled in', async () => {
    const { ana, incident } = await desk();
    const field = await define(ana, 'Region', 'select', ['EU']);
    await ana.command('field.set', { incident, field, value: 'EU' });
    await ana.clock.advance(SECOND);
    const options = ['EU', 'APAC'];
    await ana.command('field.define', { field, name: 'Area', type: 'select', options });
    await ana.command('field.set', { incident, field, value: 'APAC' });
    expect(await fields(ana, incident)).toMatchObject([{ name: 'Area', value: 'APAC', options }]);
    const retyped = { field, name: 'Area', type: 'text', options: [] };
    expect(await ana.refusal('command', 'field.define', retyped)).toMatchObject({
      message: '“Area” holds values of another type.',
    });
  });

  test('that is retired is offered no more; what it holds stays', async () => {
    const { ana, incident } = await desk();
    const field = await define(ana, 'Region', 'text');
    await ana.command('field.set', { incident, field, value: 'EU' });
    await ana.clock.advance(SECOND);
    await ana.command('field.retire', { field, retired: true });
    expect(await fields(ana, incident)).toHaveLength(1);
    expect(await fields(ana, await ana.declare('Next'))).toEqual([]);
    expect((await ana.query('settings', {})).fields).toMatchObject([{ retired: true }]);
  });
});

describe('severities', () => {
  test('are three, and a team may choose up to five in words of its own', async () => {
    const { ana, incident } = await desk();
    const severities = ['Nuisance', 'minor', 'major', 'critical', 'Catastrophe'];
    await ana.command('severities.choose', { severities });
    await ana.command('incident.set-severity', { incident, severity: 'Catastrophe' });
    expect((await ana.query('incident', { incident })).severity).toBe('Catastrophe');
    expect((await told(ana, incident)).at(-1)).toBe('Severity: Minor → Catastrophe');
    expect((await ana.query('settings', {})).severities[1]).toEqual({
      key: 'minor',
      name: 'Minor',
    });
  });

  test.each([
    [['a', 'b', 'c', 'd', 'e', 'f'], 'Keep to 5 severities.'],
    [[], 'Keep one severity.'],
    [['minor', 'minor'], 'Name each severity once.'],
    [['SEV1'], 'Choose a word that a newcomer understands, not a number.'],
    [['P 2'], 'Choose a word that a newcomer understands, not a number.'],
    [['3'], 'Choose a word that a newcomer understands, not a number.'],
  ])('%j is refused', async (severities, message) => {
    const { ana } = await desk();
    expect(await ana.refusal('command', 'severities.choose', { severities })).toMatchObject({
      message,
    });
  });
});
