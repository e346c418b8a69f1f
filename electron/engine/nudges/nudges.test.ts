import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeRule } from '#shared/domain/nudge.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { told } from '../testing/told.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = ana.id() as IncidentId;
});
afterEach(() => ana.stop());

const me = 'name:ana';
const declare = (more: object = {}) =>
  ana.command('incident.declare', { incident, name: 'Slow', severity: 'minor', ...more });
const pass = (minutes: number) => ana.clock.advance(minutes * MINUTE);
/** What has been told so far, each telling with what it was about. */
const tellings = () => ana.events.flatMap((event) => (event.view === 'nudged' ? [event] : []));
const toldOf = (rule: NudgeRule) =>
  tellings().flatMap(({ nudges }) => nudges.filter((nudge) => nudge.rule === rule));
const due = async (rule: NudgeRule) =>
  (await ana.query('nudges', {})).items.filter((nudge) => nudge.rule === rule);
const status = (to: 'fixing' | 'monitoring' | 'resolved' | 'paused' | 'closed', more = {}) =>
  ana.command('incident.set-status', { incident, status: to, ...more });
const snooze = (rule: NudgeRule, minutes: number, more: object = {}) =>
  ana.command('nudge.snooze', { incident, rule, subject: '', minutes, ...more });

describe('the lead', () => {
  test('is missed every two minutes, five times, until somebody takes it', async () => {
    await declare({ lead: null });
    await pass(1.5);
    expect(toldOf('no-lead')).toEqual([]);
    await pass(1);
    expect(toldOf('no-lead')).toMatchObject([
      { text: 'No lead for 2 min. Take the lead.', answer: { command: 'role.assign' } },
    ]);
    await pass(30);
    expect(toldOf('no-lead')).toHaveLength(5);
    expect(await due('no-lead')).toHaveLength(1);
    await ana.command('role.assign', { incident, role: 'lead', person: me });
    expect(await due('no-lead')).toEqual([]);
  });

  test('confirms the severity, or is reminded of it', async () => {
    await declare({ severity: undefined });
    await pass(6);
    expect(toldOf('severity')).toMatchObject([
      { text: 'Severity not confirmed for 5 min. Unsure? Pick the higher.' },
    ]);
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    await pass(30);
    expect(toldOf('severity')).toHaveLength(1);
  });

  test('is asked to hand over after 90 minutes, unless it is offered already', async () => {
    await declare();
    await pass(91);
    expect(toldOf('hand-over')).toMatchObject([{ text: 'You have led for 90 min. Hand over?' }]);
    const handover = ana.id();
    const offer = { incident, handover, role: 'lead', to: 'name:Ben', brief: '' };
    await ana.command('handover.offer', offer);
    expect(await due('hand-over')).toEqual([]);
  });

  test('who owns more than two open actions is asked to delegate, once', async () => {
    await declare();
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      const action = ana.id();
      await ana.command('action.add', { incident, action, text, owner: me });
    }
    await pass(5);
    expect(toldOf('delegate')).toMatchObject([{ text: 'You own 4 open actions. Delegate?' }]);
  });

  test('somebody else leads: what is the lead’s is not told here', async () => {
    await declare({ lead: 'name:Ben' });
    await pass(60);
    expect(tellings()).toEqual([]);
  });

  test('a role that is offered to me is told at once', async () => {
    await declare({ lead: 'name:Ben' });
    const offer = { incident, handover: ana.id(), role: 'lead', to: me, brief: '' };
    await ana.command('handover.offer', offer);
    await pass(1);
    expect(toldOf('hand-over-offered')).toMatchObject([
      { text: 'Ben offers you: Lead. Take it?', answer: { command: 'handover.accept' } },
    ]);
  });
});

describe('updates', () => {
  test('are told when they are due, once more when overdue, and no longer when written', async () => {
    await declare();
    await pass(31);
    expect(toldOf('update')).toMatchObject([
      { subject: 'internal', text: 'First update due now. Write it.' },
    ]);
    await pass(5);
    expect(toldOf('update').at(-1)?.text).toBe('First update overdue by 5 min. Write it now.');
    await pass(15);
    expect(toldOf('update')).toHaveLength(2);
    const update = { update: ana.id(), audience: 'internal', form: 'no-news' } as const;
    await ana.command('update.add', { incident, ...update });
    expect(await due('update')).toEqual([]);
  });

  test('of two clocks are told each for itself', async () => {
    await declare({ severity: 'critical' });
    await pass(36);
    expect(new Set(toldOf('update').map(({ subject }) => subject))).toEqual(
      new Set(['external', 'internal']),
    );
  });

  test('may come less often after two hours', async () => {
    await declare();
    await pass(121);
    expect(toldOf('long-incident')).toMatchObject([
      { text: 'Open for 2 h. Fewer updates from now on?' },
    ]);
    await ana.command('incident.set-pace', { incident, every: 60 });
    expect(await due('long-incident')).toEqual([]);
  });

  test('are not due while the incident is paused', async () => {
    await declare();
    await status('paused');
    await pass(300);
    expect(tellings()).toEqual([]);
  });
});

describe('actions, decisions, the soak', () => {
  test('a check-in names the owner and the action, and ends with the action', async () => {
    await declare();
    const action = ana.id();
    const checkAt = ana.clock.now() + 5 * MINUTE;
    const add = { incident, action, text: 'restart of db-2', owner: 'name:Bob', checkAt };
    await ana.command('action.add', add);
    await pass(6);
    expect(toldOf('check-in')).toMatchObject([{ text: 'Bob’s check-in is due: restart of db-2' }]);
    await ana.command('action.complete', { incident, action, done: true });
    expect(await due('check-in')).toEqual([]);
    // Too early to say: it is asked again at the time that was set for it.
    const later = ana.clock.now() + 10 * MINUTE;
    await ana.command('action.edit', { incident, action, outcome: 'too-early', checkAt: later });
    await pass(11);
    expect(toldOf('outcome')).toMatchObject([{ text: 'Did it work? restart of db-2 (Bob)' }]);
  });

  test('the effect of a decision is asked for when it was expected', async () => {
    await declare();
    const decision = ana.id();
    const expectedBy = ana.clock.now() + 10 * MINUTE;
    await ana.command('decision.add', {
      ...{ incident, decision, question: 'What now?', choice: 'Roll back' },
      ...{ expected: 'No 5xx', expectedBy },
    });
    await pass(11);
    expect(toldOf('decision-effect')).toMatchObject([{ text: 'Did it happen? No 5xx' }]);
    await ana.command('decision.edit', { incident, decision, outcome: 'yes' });
    expect(await due('decision-effect')).toEqual([]);
  });

  test('a backup plan is asked for after twenty minutes without a decision', async () => {
    await declare();
    await status('fixing');
    await pass(15);
    await ana.command('decision.add', { incident, decision: ana.id(), question: 'Roll back?' });
    await pass(19);
    expect(toldOf('backup-plan')).toEqual([]);
    await pass(2);
    expect(toldOf('backup-plan')).toMatchObject([
      { text: 'No new decision for 20 min. Backup plan?' },
    ]);
  });

  test('the end of the soak is told to who watches', async () => {
    await declare({ lead: 'name:Ben' });
    await status('monitoring', { soakMinutes: 15, watchFor: 'error rate', watcher: me });
    await pass(16);
    expect(toldOf('soak-end')).toMatchObject([{ text: 'The soak ended: error rate. Resolve?' }]);
    await status('resolved');
    expect(await due('soak-end')).toEqual([]);
  });
});

describe('after the incident', () => {
  test('the post-mortem is asked for on working days, from the second day, one a day', async () => {
    await declare();
    await pass(60);
    const before = tellings().length;
    await status('resolved');
    await ana.command('incident.set-review', { incident, owner: me });
    // Saturday 03:00; two days later it is night: Monday at nine.
    await ana.clock.advance(2 * DAY + 5 * HOUR);
    expect(tellings()).toHaveLength(before);
    await pass(61);
    expect(toldOf('review')).toHaveLength(1);
    expect(toldOf('review')[0]?.text).toBe('ana’s post-mortem is not reviewed 2 d after the end.');
    await ana.clock.advance(2 * DAY);
    expect(toldOf('review')).toHaveLength(3);
    await ana.command('incident.set-review', { incident, state: 'reviewed' });
    await ana.clock.advance(DAY);
    expect(toldOf('review')).toHaveLength(3);
  });

  test('the draft is to go round a day before it is discussed, and then to be reviewed', async () => {
    await declare();
    await status('resolved');
    // Tuesday at ten, so that a day before is an hour of work.
    const by = ana.clock.now() + 3 * DAY + 8 * HOUR;
    await ana.command('post-mortem.change', { incident, owner: me, reviewAt: by });
    await ana.clock.advance(2 * DAY + 7 * HOUR);
    expect(toldOf('review-date')).toEqual([]);
    await ana.clock.advance(2 * HOUR);
    expect(toldOf('review-date')).toMatchObject([
      { text: 'ana’s post-mortem is discussed within a day. Send the draft round.' },
    ]);
    await ana.clock.advance(DAY);
    expect(await due('review-date')).toMatchObject([
      { text: 'ana’s post-mortem was to be discussed 60 min ago. Reviewed?' },
    ]);
    expect(toldOf('review-date')).toHaveLength(1);
    await ana.command('post-mortem.change', { incident, status: 'reviewed' });
    expect(await due('review-date')).toEqual([]);
  });

  test('a follow-up for which nobody said a time has soaked two days after the end', async () => {
    await declare();
    const followUp = ana.id();
    await ana.command('follow-up.add', { incident, followUp, text: 'Alert on it' });
    await ana.clock.advance(HOUR);
    expect(toldOf('follow-up-soaked')).toEqual([]);
    await status('resolved');
    await ana.clock.advance(2 * DAY + 12 * HOUR);
    expect(await due('follow-up-soaked')).toHaveLength(1);
  });

  test('a follow-up has soaked, also when the incident is closed', async () => {
    await declare();
    const soakUntil = ana.clock.now() + 3 * DAY;
    const followUp = ana.id();
    await ana.command('follow-up.add', { incident, followUp, text: 'Alert on it', soakUntil });
    await status('closed');
    await ana.clock.advance(3 * DAY + 8 * HOUR);
    expect(toldOf('follow-up-soaked')).toMatchObject([
      { text: 'Soaked, 7 h ago: Alert on it. Commit or drop?' },
    ]);
    await ana.command('follow-up.edit', { incident, followUp, state: 'committed' });
    expect(await due('follow-up-soaked')).toEqual([]);
  });
});

describe('putting off', () => {
  test('holds a reminder back, which comes once more', async () => {
    await declare();
    await pass(91);
    await snooze('hand-over', 30);
    expect(await due('hand-over')).toEqual([]);
    await pass(29);
    expect(toldOf('hand-over')).toHaveLength(1);
    await pass(2);
    expect(toldOf('hand-over')).toHaveLength(2);
    await pass(60);
    expect(toldOf('hand-over')).toHaveLength(2);
  });

  test('with a reason by the lead is the incident’s; by anybody else, or without, it is not', async () => {
    await declare();
    const entry = ana.id();
    await snooze('hand-over', 30);
    await snooze('hand-over', 30, { reason: 'Ben is on his way', entry });
    await snooze('hand-over', 30, { reason: 'Ben is on his way', entry });
    expect((await told(ana, incident)).slice(2)).toEqual([
      'ana: Hand-over put off by 30 min: Ben is on his way',
    ]);
    await ana.command('role.assign', { incident, role: 'lead', person: 'name:Ben' });
    await snooze('update', 30, { reason: 'x' });
    expect((await told(ana, incident)).slice(3)).toEqual(['Lead: ana → Ben']);
  });
});

test('after a sleep all is told in one', async () => {
  await declare({ severity: 'critical' });
  await pass(1);
  ana.clock.jump(8 * HOUR);
  await pass(1);
  expect(tellings()).toHaveLength(1);
  const [telling] = tellings();
  expect(telling?.nudges.length).toBeGreaterThan(3);
  expect(telling?.text).toMatch(/^\d reminders\. First INC-\w{4}: First notice overdue by 7 h\./);
});
