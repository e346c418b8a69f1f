import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { CommandInput, CommandName } from '#shared/contract/commands.ts';
import { slackEntryId } from '#shared/domain/timeline.ts';
import { UTC } from '#shared/post-mortem/story.ts';
import { FULL_TEMPLATE } from '#shared/post-mortem/template.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam, type Team } from '../testing/team.ts';

/** So many presses of a lead make a first draft, from the declaration on. */
const COMMANDS_MAX = 25;
const MESSAGES = 2_000;
const AT_ONCE = 250;
const BEN = 'U0BEN000001';

/** A lead whose every command about the incident is counted. */
function countedLead(desktop: Desktop, incident: IncidentId) {
  let count = 0;
  return {
    count: () => count,
    does: async <N extends CommandName>(
      name: N,
      input: Omit<CommandInput<N>, 'incident'>,
    ): Promise<void> => {
      count += 1;
      await desktop.command(name, { incident, ...input } as unknown as CommandInput<N>);
    },
  };
}

/** A quarter of an incident's talk, with something in the middle that matters. */
async function talk(team: Team, about: string, finding: string): Promise<string> {
  const { id = '' } = team.slack.channelNamed(team.incidentChannel()) ?? {};
  let ts = '';
  for (let i = 0; i < MESSAGES / 4; i++) {
    team.slack.say(BEN, id, `${about}, look ${i}: p99 is ${200 + (i % 90)} ms`);
    if (i === MESSAGES / 8) {
      team.slack.say(BEN, id, finding);
      ts = team.slack.channelNamed(team.incidentChannel())?.messages.at(-1)?.ts ?? '';
    }
    if (i % AT_ONCE === AT_ONCE - 1) await team.clock.advance(3 * MINUTE);
  }
  return ts;
}

/** What stands under each heading of the export. */
function sectionsOf(markdown: string): ReadonlyMap<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...rest] = part.split('\n');
      return [heading, rest.join('\n').trim()];
    }),
  );
}

async function exportOf(ana: Desktop, incident: IncidentId): Promise<string> {
  let text = '';
  for (let offset: number | null = 0; offset !== null; ) {
    const asked = { incident, format: 'markdown', offset } as const;
    const piece: { data: string; next: number | null } = await ana.query(
      'post-mortem-export',
      asked,
    );
    text += Buffer.from(piece.data, 'base64').toString('latin1');
    offset = piece.next;
  }
  return Buffer.from(text, 'latin1').toString();
}

test('a lead makes a first draft of an incident of 2,000 messages in 25 commands', {
  timeout: 120_000,
}, async () => {
  const team = startTeam();
  const ana = await team.join('xoxp-ana');
  const incident = ana.id() as IncidentId;
  const { count, does } = countedLead(ana, incident);
  const { now } = team.clock;
  const channel = () => team.slack.channelNamed(team.incidentChannel())?.id ?? '';
  const noticed = now() - 9 * MINUTE;

  await does('incident.declare', { name: 'Checkout times out' });
  const declared = now();
  await team.clock.advance(MINUTE);
  await does('incident.set-severity', { severity: 'critical' });
  await does('role.assign', { role: 'comms', person: BEN });
  await does('incident.set-situation', { symptoms: 'Checkout is slow', scope: 'EU', since: null });
  const first = await talk(team, 'Gateway', 'The pool of the payment gateway is full');
  const acknowledged = now();
  await does('incident.set-status', { status: 'investigating' });
  await does('update.add', {
    ...{ update: ana.id(), audience: 'external', form: 'full' },
    ...{ conditions: 'Some checkouts in the EU time out.', nextBy: now() + 20 * MINUTE },
  });
  const hypothesis = ana.id();
  await does('hypothesis.add', { hypothesis, text: 'The retries of the new client fill the pool' });
  await does('entry.curate', { ts: first });
  const second = await talk(team, 'Client', 'Retries went up tenfold with deploy 41f2');
  await does('entry.curate', { ts: second });
  await does('line.mark', {
    line: { kind: 'note', id: slackEntryId(channel(), second) },
    marker: 'diagnosis',
  });
  await does('hypothesis.edit', { hypothesis, state: 'confirmed', evidence: 'Retries tenfold' });
  await does('decision.add', {
    ...{ decision: ana.id(), question: 'Roll back or raise the pool?', choice: 'Roll back' },
    ...{ options: ['Roll back', 'Raise the pool'], reason: 'It is known to work' },
  });
  const action = ana.id();
  await does('action.add', { action, text: 'Roll back 41f2', owner: BEN });
  await does('incident.set-status', { status: 'fixing' });
  await talk(team, 'Rollback', 'Rolled back in all regions');
  await does('action.complete', { action, done: true, outcome: 'yes' });
  const mitigated = now();
  await does('incident.set-status', { status: 'monitoring', soakMinutes: 30 });
  await talk(team, 'Watching', 'All green for half an hour');
  const resolved = now();
  await does('incident.set-status', { status: 'resolved' });
  await team.clock.advance(MINUTE);

  // Now the draft: what only a person knows.
  await does('incident.set-summary', {
    summary: 'A new client retried too often. We rolled back.',
  });
  await does('incident.set-impact', { impact: '1,204 checkouts failed over two hours.' });
  await does('incident.set-time', { time: 'detected', at: noticed });
  await does('follow-up.add', { followUp: ana.id(), text: 'Bound the retries', type: 'prevent' });
  await does('follow-up.add', { followUp: ana.id(), text: 'Alert on the pool', type: 'detect' });
  await does('post-mortem.start', { template: 'full' });
  await does('post-mortem.change', { owner: BEN, reviewAt: now() + 72 * HOUR });
  expect(count()).toBeLessThanOrEqual(COMMANDS_MAX);

  const sections = sectionsOf(await exportOf(ana, incident));
  const filled = FULL_TEMPLATE.sections.filter(({ blocks }) => blocks !== undefined);
  expect(filled.length).toBeGreaterThan(8);
  for (const { heading } of filled) {
    expect.soft(sections.get(heading), heading).toMatch(/\S/);
  }
  expect(sections.get('Summary')).toContain('A new client retried too often. We rolled back.');
  expect(sections.get('Impact')).toContain('1,204 checkouts failed');
  expect(sections.get('People and roles')).toContain('Ben');
  expect(sections.get('Timeline')).toContain('The pool of the payment gateway is full');
  expect(sections.get('Timeline')).toContain('Retries went up tenfold with deploy 41f2');
  expect(sections.get('Decisions')).toContain('Chosen: Roll back');
  expect(sections.get('Hypotheses')).toContain('Confirmed:');
  expect(sections.get('Follow-ups')).toContain('Bound the retries');
  expect(sections.get('Updates we sent')).toContain('Some checkouts in the EU time out.');

  // No key time is guessed: those that somebody said or did stand there to the minute, and no other.
  const { timeOf } = UTC;
  const told = (sections.get('Key times and measures') ?? '').split('\n');
  const times = Object.fromEntries(
    ['Impact began', 'Detected', 'Declared', 'Acknowledged', 'Mitigated', 'Resolved', 'Closed'].map(
      (name) => [
        name,
        told
          .find((row) => row.includes(`| ${name} |`))
          ?.split('|')[2]
          ?.trim(),
      ],
    ),
  );
  expect(times).toEqual({
    'Impact began': undefined,
    Detected: timeOf(noticed),
    Declared: timeOf(declared),
    Acknowledged: timeOf(acknowledged),
    Mitigated: timeOf(mitigated),
    Resolved: timeOf(resolved),
    Closed: undefined,
  });
  const { readiness } = (await ana.query('post-mortem', { incident })) ?? {};
  expect(readiness?.find(({ id }) => id === 'times')).toMatchObject({
    ...{ done: false, text: 'Set: Impact began' },
  });
  const missing = readiness?.find(({ id }) => id === 'sections')?.text ?? '';
  for (const { heading } of filled) expect(missing).not.toContain(heading);
  expect((await ana.query('search', { text: 'all green', limit: 1 })).hits).toHaveLength(1);
});
