import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

const view = () => ana.query('incident', { incident });

describe('a hand-over', () => {
  test('has a brief made from what is known, with what worries whoever goes', async () => {
    const hypothesis = ana.id();
    await ana.command('hypothesis.add', { incident, hypothesis, text: 'Cold cache' });
    await ana.command('hypothesis.edit', { incident, hypothesis, state: 'ruled-out' });
    await ana.command('hypothesis.add', { incident, hypothesis: ana.id(), text: 'Bad deploy' });
    const due = ana.clock.now() + HOUR;
    const action = { incident, action: ana.id(), text: 'Roll back', owner: 'name:Ben', due };
    await ana.command('action.add', action);
    const update = { update: ana.id(), audience: 'external', form: 'full' } as const;
    await ana.command('update.add', { incident, ...update, conditions: 'We look.', nextBy: due });
    await ana.clock.advance(5 * MINUTE);
    const { text, sections } = await ana.query('handover-brief', {
      ...{ incident, worry: 'The queue', zone: 'Europe/Berlin' },
    });
    expect(text.replace(/INC-\w+/, 'INC').split('\n')).toEqual([
      'Status: INC Slow: Minor, Triage for 5 min',
      'Live hypotheses: Bad deploy',
      'Ruled out: Cold cache',
      'Open actions: Ben: Roll back (until 04:00 CET)',
      'Updates: Internal: none yet; next due 03:30 CET · External: 03:00 CET, “We look.”; next due 04:00 CET',
      'People: ana, Ben',
      'Worried about: The queue',
    ]);
    expect(sections.find(({ heading }) => heading === 'Decisions')?.lines).toEqual(['None']);
    const handover = ana.id();
    const offer = { incident, handover, role: 'lead', to: 'name:Ben', brief: text };
    await ana.command('handover.offer', offer);
    expect((await view()).lead?.name).toBe('ana');
  });
});
