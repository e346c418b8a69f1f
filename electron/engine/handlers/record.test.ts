import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
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

/** What was said since the declaration. */
const said = async () => (await told(ana, incident)).slice(2);
const view = () => ana.query('incident', { incident });

describe('actions', () => {
  test('have a due time, a time to check back, a status and an outcome', async () => {
    const action = ana.id();
    const due = ana.clock.now() + HOUR;
    await ana.command('action.add', { incident, action, text: 'Roll back', due });
    await ana.command('action.edit', { incident, action, checkAt: due - MINUTE });
    await ana.command('action.set-status', { incident, action, status: 'doing' });
    await ana.command('action.complete', { incident, action, done: true });
    await ana.command('action.edit', { incident, action, outcome: 'no', text: 'Roll back 41f2' });
    expect((await view()).actions).toMatchObject([
      { text: 'Roll back 41f2', status: 'done', done: true, due, outcome: 'no' },
    ]);
    expect(await said()).toEqual([
      'Action: Roll back, due 21 Nov 2026 03:00 UTC',
      'Action “Roll back”: check back 21 Nov 2026 02:59 UTC',
      'In progress: Roll back',
      'Done: Roll back',
      'Action reworded: Roll back → Roll back 41f2',
      'Action “Roll back 41f2”: did it work? it did not work',
    ]);
  });

  test('are asked when they are done whether it worked', async () => {
    const action = ana.id();
    await ana.command('action.add', { incident, action, text: 'Roll back' });
    const checkAt = ana.clock.now() + HOUR;
    const early = { incident, action, done: true, outcome: 'too-early', checkAt } as const;
    await ana.command('action.complete', early);
    await ana.command('action.complete', { incident, action, done: true, outcome: 'yes' });
    expect((await view()).actions).toMatchObject([{ done: true, outcome: 'yes', checkAt }]);
    await ana.command('action.complete', { incident, action, done: false });
    expect((await view()).actions).toMatchObject([{ done: false, outcome: null }]);
    expect(await said()).toEqual([
      'Action: Roll back',
      'Done: Roll back',
      'Action “Roll back”: check back 21 Nov 2026 03:00 UTC',
      'Action “Roll back”: did it work? too early to say',
      'Action “Roll back”: did it work? it worked',
      'Not done after all: Roll back',
      'Action “Roll back”: did it work? taken back',
    ]);
  });

  test('are removed and brought back', async () => {
    const action = ana.id();
    await ana.command('action.add', { incident, action, text: 'Roll back' });
    await ana.command('action.edit', { incident, action, deleted: true });
    await ana.command('action.edit', { incident, action, deleted: true });
    expect((await view()).actions).toEqual([]);
    await ana.command('action.edit', { incident, action, deleted: false });
    expect((await view()).actions).toHaveLength(1);
    expect(await said()).toEqual([
      'Action: Roll back',
      'Action removed: Roll back',
      'Action restored: Roll back',
    ]);
  });

  test('setting the status it has says nothing, whoever asks how', async () => {
    const action = ana.id();
    await ana.command('action.add', { incident, action, text: 'Roll back' });
    await ana.command('action.complete', { incident, action, done: false });
    await ana.command('action.set-status', { incident, action, status: 'open' });
    expect(await said()).toHaveLength(1);
  });
});

describe('updates', () => {
  test('have a fixed shape, and the last one says when the next is due', async () => {
    const nextBy = ana.clock.now() + HOUR;
    await ana.command('update.add', {
      incident,
      update: ana.id(),
      audience: 'internal',
      form: 'full',
      conditions: 'A third of checkouts fail.',
      actions: 'Ben rolls back.',
      needs: '',
      nextBy,
    });
    expect(await said()).toEqual([
      'Update: A third of checkouts fail. · Actions: Ben rolls back. · Next update by 21 Nov 2026 03:00 UTC',
    ]);
    expect((await view()).nextUpdate).toEqual({ internal: nextBy, external: null });
    expect((await view()).updatesDue).toEqual([
      { audience: 'internal', kind: 'next', at: nextBy, promised: true },
    ]);
    expect((await ana.query('desk', {})).active[0]?.nextUpdateDue).toBe(nextBy);
    expect((await ana.query('updates', { incident })).items).toMatchObject([
      { conditions: 'A third of checkouts fail.', needs: '', by: { name: 'ana' } },
    ]);
  });

  test('no news fills a silence and moves the due time; a removed one gives it back', async () => {
    const first = ana.clock.now() + HOUR;
    const add = (form: 'full' | 'no-news', nextBy: number | null) => {
      const update = ana.id();
      const input = { incident, update, audience: 'internal', form, conditions: 'x', nextBy };
      return ana.command('update.add', { ...input, audience: 'internal' }).then(() => update);
    };
    await add('full', first);
    await ana.clock.advance(MINUTE);
    const update = await add('no-news', first + HOUR);
    expect((await view()).nextUpdate.internal).toBe(first + HOUR);
    expect((await said())[1]).toBe('No news: x · Next update by 21 Nov 2026 04:00 UTC');
    await ana.command('update.edit', { incident, update, deleted: true });
    expect((await view()).nextUpdate.internal).toBe(first);
    await ana.clock.advance(MINUTE);
    await add('full', null);
    // Nothing was promised: the cadence holds.
    expect((await view()).nextUpdate.internal).toBe(ana.clock.now() + 30 * MINUTE);
  });

  test('an incident that is over owes no update', async () => {
    const nextBy = ana.clock.now() + HOUR;
    const update = { update: ana.id(), audience: 'external', form: 'no-news', nextBy } as const;
    await ana.command('update.add', { incident, ...update });
    expect((await view()).nextUpdate.external).toBe(nextBy);
    await ana.command('incident.set-status', { incident, status: 'resolved' });
    expect((await view()).nextUpdate.external).toBeNull();
  });

  test('one that says nothing is refused, also when it is emptied later', async () => {
    const update = ana.id();
    const empty = { incident, update, audience: 'internal', form: 'full', conditions: ' ' };
    const refusal = { code: 'invalid_input', message: 'Say what is true now.' };
    expect(await ana.refusal('command', 'update.add', empty)).toMatchObject(refusal);
    await ana.command('update.add', {
      incident,
      update,
      audience: 'internal',
      form: 'full',
      conditions: 'x',
    });
    const emptied = { incident, update, conditions: '' };
    expect(await ana.refusal('command', 'update.edit', emptied)).toMatchObject(refusal);
  });
});

describe('decisions', () => {
  test('are asked, made with a reason, and looked at again', async () => {
    const decision = ana.id();
    const expectedBy = ana.clock.now() + HOUR;
    await ana.command('decision.add', {
      incident,
      decision,
      question: 'Roll back or fix forward?',
      options: ['Roll back', 'Fix forward'],
    });
    await ana.command('decision.edit', {
      incident,
      decision,
      choice: 'Roll back',
      reason: 'Quicker.',
      expected: 'No 5xx',
      expectedBy,
    });
    await ana.command('decision.edit', { incident, decision, outcome: 'yes' });
    const { items } = await ana.query('decisions', { incident });
    expect(items).toMatchObject([
      { options: ['Roll back', 'Fix forward'], choice: 'Roll back', expectedBy, outcome: 'yes' },
    ]);
    expect(await said()).toEqual([
      'To decide: Roll back or fix forward?',
      'Decision: Roll back or fix forward? → Roll back',
      'Decision “Roll back or fix forward?”: reason Quicker.',
      'Decision “Roll back or fix forward?”: expected effect No 5xx',
      'Decision “Roll back or fix forward?”: expected by 21 Nov 2026 03:00 UTC',
      'Decision “Roll back or fix forward?”: outcome it worked',
    ]);
  });
});

describe('hypotheses', () => {
  test('are open until they are confirmed or ruled out, with the evidence', async () => {
    const hypothesis = ana.id();
    await ana.command('hypothesis.add', { incident, hypothesis, text: 'The cache is cold' });
    const edit = { incident, hypothesis, evidence: 'Hit rate 98 %' };
    await ana.command('hypothesis.edit', { ...edit, state: 'ruled-out' });
    await ana.command('hypothesis.edit', { ...edit, state: 'open' });
    expect((await ana.query('hypotheses', { incident })).items).toMatchObject([
      { text: 'The cache is cold', state: 'open', evidence: 'Hit rate 98 %' },
    ]);
    expect(await said()).toEqual([
      'Hypothesis: The cache is cold',
      'Ruled out: The cache is cold',
      'Hypothesis “The cache is cold”: evidence Hit rate 98 %',
      'Open again: The cache is cold',
    ]);
  });
});

describe('follow-ups', () => {
  test('soak before anybody commits to them, and end with how we know', async () => {
    const followUp = ana.id();
    await ana.command('follow-up.add', {
      incident,
      followUp,
      text: 'Alert on hit rate',
      type: 'detect',
      owner: 'name:Ben',
      soakUntil: ana.clock.now() + HOUR,
    });
    const issueUrl = 'https://issues.acme.test/41?a=b#c';
    await ana.command('follow-up.edit', { incident, followUp, state: 'committed', issueUrl });
    await ana.command('follow-up.edit', { incident, followUp, doneWhen: 'An alert fired' });
    expect((await ana.query('follow-ups', { incident })).items).toMatchObject([
      { state: 'committed', type: 'detect', owner: { name: 'Ben' }, issueUrl, due: null },
    ]);
    expect(await said()).toEqual([
      'Follow-up: Alert on hit rate (Ben)',
      'Follow-up committed: Alert on hit rate',
      `Follow-up “Alert on hit rate”: issue ${issueUrl}`,
      'Follow-up “Alert on hit rate”: done when An alert fired',
    ]);
  });
});

describe('links', () => {
  test('are kept with a title', async () => {
    const url = 'https://grafana.acme.test/d/1';
    await ana.command('link.add', { incident, link: ana.id(), title: 'Errors', url });
    expect((await view()).links).toMatchObject([{ title: 'Errors', url }]);
    expect(await said()).toEqual([`Link: Errors (${url})`]);
  });

  test.each([
    'http://acme.test',
    'javascript:alert(1)',
    'https://',
    'https://ana:secret@acme.test',
    'https://acme.test/a b',
    ' data:text/html,x',
    `https://acme.test/${'x'.repeat(2_000)}`,
  ])('%s is no address for a link', async (url) => {
    const input = { incident, link: ana.id(), title: 'x', url };
    expect(await ana.refusal('command', 'link.add', input)).toMatchObject({
      message: 'Paste an address that starts with https://',
    });
  });
});

describe('every kind', () => {
  test('that was removed is listed, and can be had back', async () => {
    const id = ana.id();
    const update = { update: id, audience: 'internal', form: 'no-news' } as const;
    await ana.command('action.add', { incident, action: id, text: 'Roll back' });
    await ana.command('action.edit', { incident, action: id, deleted: true });
    await ana.command('update.add', { incident, ...update });
    await ana.command('update.edit', { incident, update: id, deleted: true });
    await ana.command('role.add', { incident, role: id, name: 'Bridge' });
    await ana.command('role.edit', { incident, role: id, deleted: true });
    expect((await ana.query('removed', { incident })).items).toEqual([
      { entity: 'action', id, kind: 'Action', title: 'Roll back' },
      { entity: 'update', id, kind: 'Update', title: '' },
      { entity: 'role', id, kind: 'Role', title: 'Bridge' },
    ]);
    await ana.command('update.edit', { incident, update: id, deleted: false });
    expect((await ana.query('updates', { incident })).items).toHaveLength(1);
    expect((await ana.query('removed', { incident })).items).toHaveLength(2);
  });

  test.each([
    ['action.edit', 'action', 'This action is not on this desktop.'],
    ['follow-up.edit', 'followUp', 'This follow-up is not on this desktop.'],
    ['update.edit', 'update', 'This update is not on this desktop.'],
    ['decision.edit', 'decision', 'This decision is not on this desktop.'],
    ['hypothesis.edit', 'hypothesis', 'This hypothesis is not on this desktop.'],
    ['link.edit', 'link', 'This link is not on this desktop.'],
    ['handover.accept', 'handover', 'This hand-over is not on this desktop.'],
  ])('%s of one that is not here says so', async (command, key, message) => {
    expect(await ana.refusal('command', command, { incident, [key]: ana.id() })).toMatchObject({
      code: 'not_found',
      message,
    });
  });

  test('asked twice with one id, because an answer got lost, is added once', async () => {
    const id = ana.id();
    const url = 'https://acme.test';
    for (let i = 0; i < 2; i++) {
      await ana.command('follow-up.add', { incident, followUp: id, text: 'x' });
      await ana.command('update.add', {
        incident,
        update: id,
        audience: 'internal',
        form: 'no-news',
      });
      await ana.command('decision.add', { incident, decision: id, question: 'x' });
      await ana.command('hypothesis.add', { incident, hypothesis: id, text: 'x' });
      await ana.command('link.add', { incident, link: id, title: 'x', url });
      await ana.command('role.add', { incident, role: id, name: 'Bridge' });
      const offer = { role: 'lead', to: 'name:Ben', brief: '' };
      await ana.command('handover.offer', { incident, handover: id, ...offer });
    }
    expect(await said()).toHaveLength(7);
  });
});
