import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { openPage } from '../testing/post-mortem-page.ts';

let ana: Desktop;
beforeEach(async () => {
  ana = await startDesktop();
});
afterEach(() => ana.stop());

async function declared(name: string, summary = ''): Promise<IncidentId> {
  const incident = await ana.declare(name);
  if (summary !== '') await ana.command('incident.set-summary', { incident, summary });
  await ana.clock.advance(MINUTE);
  return incident;
}

/** Names these factors where the template asks for them: the one section the test writes. */
async function names(incident: IncidentId, ...factors: readonly string[]) {
  const text = '## Contributing factors\n? What came together?';
  await ana.command('template.save', { template: 'factors', name: 'Factors', text });
  await ana.command('post-mortem.start', { incident, template: 'factors' });
  const page = await openPage(ana, incident);
  for (const factor of factors) await page.write(factor);
  await ana.clock.advance(2 * MINUTE);
}

test('past incidents like it are told with the words they share, the rarest first', async () => {
  const far = await declared('Login page is slow');
  const near = await declared('Checkout timeouts in Frankfurt', 'Payment gateway saturated');
  const nearer = await declared('Payment gateway timeouts', 'Checkout was saturated in Frankfurt.');
  await ana.command('incident.set-severity', { incident: nearer, severity: 'critical' });
  const incident = await declared(
    'Checkout timeouts',
    'The payment gateway in Frankfurt is saturated',
  );
  await ana.command('incident.set-severity', { incident, severity: 'critical' });
  const later = await declared('Checkout timeouts, again', 'Payment gateway');
  const { similar } = await ana.query('like-before', { incident });
  expect(similar.map((one) => one.incident)).toEqual([nearer, near]);
  expect(similar.map((one) => one.incident)).not.toContain(far);
  expect(similar.map((one) => one.incident)).not.toContain(later);
  expect(similar[0]).toMatchObject({ name: 'Payment gateway timeouts', hasPostMortem: false });
  const [words = '', severity] = similar[0]?.reasons ?? [];
  expect(words).toMatch(/^6 words in common: .* and 1 more$/);
  expect(severity).toBe('Same severity: Critical');
  expect(similar[1]?.reasons).toHaveLength(1);
});

test('what was written in a post-mortem counts too', async () => {
  const before = await declared('Slow');
  await ana.command('post-mortem.start', { incident: before });
  const page = await openPage(ana, before);
  await page.write('A retry storm filled the connection pool.');
  await ana.clock.advance(2 * MINUTE);
  const incident = await declared('Connection pool exhausted', 'Retry storm');
  const { similar } = await ana.query('like-before', { incident });
  expect(similar).toMatchObject([
    {
      incident: before,
      hasPostMortem: true,
      reasons: ['4 words in common: Connection, pool, Retry, storm'],
    },
  ]);
});

test('factors that several post-mortems name are told, and who names them', async () => {
  const [one, two, three] = [await declared('One'), await declared('Two'), await declared('Three')];
  await names(one, 'No alert on the retry queue', 'A deploy on a Friday');
  await names(two, 'The retry queue had no alert', 'The runbook was stale');
  await names(three, 'Runbook stale');
  const { factors } = await ana.query('like-before', { incident: three });
  expect(factors).toMatchObject([
    { text: 'Runbook stale', isHere: true, incidents: [{ incident: two, name: 'Two' }] },
    {
      text: 'The retry queue had no alert',
      isHere: false,
      incidents: [{ name: 'Two' }, { name: 'One' }],
    },
  ]);
});

test('an incident that says nothing is like none', async () => {
  await declared('Checkout timeouts');
  const incident = await declared('?');
  expect(await ana.query('like-before', { incident })).toEqual({ similar: [], factors: [] });
});

test('it is found however much was said since', async () => {
  const before = await declared('Checkout timeouts in Frankfurt');
  const noisy = await declared('Noise');
  for (let i = 0; i < 60; i++) {
    const text = `Checkout timeouts in Frankfurt, again: ${i}`;
    await ana.command('note.add', { incident: noisy, entry: ana.id(), text });
  }
  const incident = await declared('Timeouts: checkout, Frankfurt');
  const { similar } = await ana.query('like-before', { incident });
  expect(similar.map((one) => one.incident)).toEqual([before]);
});
