import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
});
