import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { openPage, textOn } from '../testing/post-mortem-page.ts';
import { seededRandom } from '../testing/random.ts';

describe('a post-mortem on one desktop', () => {
  const temporary = temporaryProfile();
  let ana: Desktop;
  let incident: IncidentId;

  beforeEach(async () => {
    ana = await startDesktop({ profile: temporary.profile });
    incident = await ana.declare('Checkout fails');
  });
  afterEach(async () => {
    await ana.stop();
    temporary.remove();
  });

  test('begins full, from the template for its severity', async () => {
    expect(await ana.query('post-mortem', { incident })).toBeNull();
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    expect(page.view).toMatchObject({ template: 'full', status: 'draft', others: [] });
    expect(page.text()).toContain('Why were we surprised?');
  });

  test('a mild one is short', async () => {
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    await ana.command('post-mortem.start', { incident });
    expect((await openPage(ana, incident)).view.template).toBe('short');
  });

  test('beginning it twice changes nothing', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('Ana was here');
    await ana.command('post-mortem.start', { incident, template: 'short' });
    const again = await openPage(ana, incident);
    expect(again.text()).toBe(page.text());
    expect(again.view.template).toBe('full');
  });

  test('what was written is there for another page and after a restart, sent or not', async () => {
    await ana.command('post-mortem.start', { incident });
    const [one, two] = [await openPage(ana, incident), await openPage(ana, incident)];
    await one.write('First words');
    expect(ana.events.at(-1)).toEqual({ view: 'post-mortem', incident });
    expect(await two.catchUp()).toBe(true);
    expect(two.text()).toBe(one.text());
    expect(await two.catchUp()).toBe(false);
    await ana.stop();
    ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
    expect((await openPage(ana, incident)).text()).toBe(one.text());
  });

  test('what is no text is refused, and harms nothing', async () => {
    await ana.command('post-mortem.start', { incident });
    const before = (await openPage(ana, incident)).text();
    const update = Buffer.from([1, 1, 255, 255, 255, 3]).toString('base64');
    const refused = await ana.refusal('command', 'post-mortem.write', { incident, update });
    expect(refused.message).toBe('This is no text of a post-mortem.');
    expect((await openPage(ana, incident)).text()).toBe(before);
  });

  test('its state and its owner are those of the incident’s review', async () => {
    await ana.command('post-mortem.start', { incident });
    const owner = (await ana.query('settings', {})).me.ref;
    await ana.command('post-mortem.change', { incident, status: 'in-review', owner });
    const { review } = await ana.query('incident', { incident });
    expect(review).toMatchObject({ state: 'in-review', owner: { ref: owner } });
    expect((await openPage(ana, incident)).view).toMatchObject({ status: 'in-review' });
  });

  test('a lost database has it again from the journal, sent or not', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('An hour ago');
    await ana.clock.advance(3_600_000);
    await page.write('Just now');
    await ana.stop();
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(temporary.profile, `quarterdeck.db${end}`), { force: true });
    }
    rmSync(join(temporary.profile, 'backups'), { recursive: true, force: true });
    ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
    expect(await textOn(ana, incident)).toBe(page.text());
    // It comes back once, however often that happens.
    await ana.clock.advance(120_000);
    expect(await textOn(ana, incident)).toBe(page.text());
  });

  test('what is written leaves at most once a minute, and never twice', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    const waiting = async () => (await ana.query('queue', {})).total;
    const before = await waiting();
    for (let second = 0; second < 180; second++) {
      await page.write(`Word ${second}`);
      await ana.clock.advance(1_000);
    }
    const pieces = (await waiting()) - before;
    expect(pieces).toBeGreaterThanOrEqual(2);
    expect(pieces).toBeLessThanOrEqual(4);
    await ana.clock.advance(600_000);
    expect((await waiting()) - before).toBe(pieces + 1);
    expect(await textOn(ana, incident)).toBe(page.text());
  });

  test('the same update twice is kept once it is sent', async () => {
    await ana.command('post-mortem.start', { incident });
    const { view } = await openPage(ana, incident);
    await ana.command('post-mortem.write', { incident, update: view.state });
    const before = (await ana.query('queue', {})).total;
    await ana.clock.advance(120_000);
    expect((await ana.query('queue', {})).total).toBe(before);
  });

  test('what was written cannot be taken back from the queue: it would tear the document', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('To stay');
    await ana.clock.advance(120_000);
    const { items } = await ana.query('queue', {});
    const text = items.at(-1);
    const refused = await ana.refusal('command', 'queue.cancel', { op: text?.op });
    expect(refused.message).toBe('What was written in the post-mortem stays in it.');
  });

  test('a text of many pages travels in parts and is whole', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    const chance = seededRandom(3);
    const words = Array.from({ length: 60_000 }, () => chance().toString(36).slice(2)).join(' ');
    await page.write(words);
    await ana.clock.advance(120_000);
    await ana.stop();
    ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
    expect((await textOn(ana, incident)).length).toBeGreaterThan(500_000);
    expect(await textOn(ana, incident)).toBe(page.text());
  });
});

describe('a post-mortem that leaves', () => {
  test('is one file in each format, and a meeting in every calendar', async () => {
    const ana = await startDesktop();
    const incident = await ana.declare('Checkout <fails>');
    const ask = { incident, format: 'markdown', offset: 0 } as const;
    expect((await ana.refusal('query', 'post-mortem-export', ask)).message).toBe(
      'Nobody has begun this post-mortem.',
    );
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('What we learned');
    const files = { markdown: '', html: '', json: '' };
    for (const format of ['markdown', 'html', 'json'] as const) {
      const made = await ana.query('post-mortem-export', { ...ask, format });
      expect(made.next).toBeNull();
      files[format] = Buffer.from(made.data, 'base64').toString();
      expect(files[format]).toContain('What we learned');
    }
    expect(files.markdown).toContain('Checkout \\<fails\\>');
    expect(files.html).toContain('Checkout &lt;fails&gt;');
    const again = await ana.query('post-mortem', { incident, isOpen: true });
    expect(again?.state).toBe('');
    expect(again?.readiness).toEqual((await ana.query('post-mortem', { incident }))?.readiness);
    expect(page.view.readiness.map(({ id }) => id)).toContain('sections');
    const reviewAt = Date.UTC(2026, 10, 24, 9);
    await ana.command('post-mortem.change', { incident, reviewAt });
    const invitation = await ana.query('post-mortem-invitation', { incident });
    expect(invitation.text).toContain('DTSTART:20261124T090000Z\r\nDTEND:20261124T093000Z');
    expect(invitation.text).not.toContain('People:');
    const { roles } = (await ana.query('incident', { incident })) ?? { roles: [] };
    const people = roles.flatMap(({ person }) => (person === null ? [] : [person.ref]));
    const longer = await ana.query('post-mortem-invitation', { incident, minutes: 45, people });
    expect(longer.text).toContain('DTEND:20261124T094500Z');
    expect(longer.text).toContain('People: ana');
    await ana.stop();
  });
});
