import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import { startTeam } from '../testing/team.ts';

test('a desktop whose clock is hours ahead does not win for hours', async () => {
  const { clock, join } = startTeam();
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben', undefined, undefined, 3 * HOUR);
  const incident = await ana.declare('Slow');
  await clock.advance(30 * SECOND);
  await ben.command('incident.set-severity', { incident, severity: 'critical' });
  await clock.advance(30 * SECOND);
  expect((await ana.query('incident', { incident })).severity).toBe('critical');
  await clock.advance(15 * MINUTE);
  await ana.command('incident.set-severity', { incident, severity: 'minor' });
  await clock.advance(30 * SECOND);
  const shown = await Promise.all([ana, ben].map((desk) => desk.query('incident', { incident })));
  expect(shown.map(({ severity }) => severity)).toEqual(['minor', 'minor']);
  const timeline = { incident, limit: 50 };
  const { items } = await ana.query('timeline', timeline);
  expect(await ben.query('timeline', timeline)).toEqual(await ana.query('timeline', timeline));
  // Nothing stands later than ten minutes from now.
  for (const { at } of items) expect(at).toBeLessThanOrEqual(clock.now() + 10 * MINUTE);
});
