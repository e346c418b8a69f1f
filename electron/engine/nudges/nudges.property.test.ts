import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { createClock } from '../testing/clock.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

/** What happens to a person's computer, and what they do, in one life of an incident. */
type Step =
  | { readonly do: 'wait' | 'sleep' | 'set-back' | 'off'; readonly minutes: number }
  | { readonly do: 'check-in'; readonly minutes: number }
  | { readonly do: 'update'; readonly minutes: number }
  | { readonly do: 'snooze'; readonly minutes: number }
  | { readonly do: 'lead' | 'nobody' | 'complete' };

const minutes = (max: number) => fc.integer({ min: 1, max });
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('wait', 'sleep', 'off'), minutes: minutes(25) } as const),
    fc.record({ do: fc.constant('set-back'), minutes: minutes(90) } as const),
    fc.record({
      do: fc.constantFrom('check-in', 'update', 'snooze'),
      minutes: minutes(40),
    } as const),
    fc.record({ do: fc.constantFrom('lead', 'nobody', 'complete') } as const),
  ) as fc.Arbitrary<Step>,
  { minLength: 4, maxLength: 10 },
);

/** A telling with what the incident looked like to whoever read it. */
type Told = { readonly nudge: NudgeViewT; readonly at: number };

/** A desktop that is put to sleep, switched off, and whose clock is set back, with what it told. */
async function life(profile: string) {
  const base = createClock();
  let skew = 0;
  const clock = { ...base, now: () => base.now() + skew };
  const told: Told[] = [];
  const keys: string[] = [];
  const start = async (): Promise<Desktop> => {
    const started = await startDesktop({ clock, profile });
    started.engine.subscribe((event) => {
      if (event.view !== 'nudged') return;
      for (const nudge of event.nudges) {
        told.push({ nudge, at: clock.now() });
        keys.push([nudge.rule, nudge.subject, nudge.occasion].join(' '));
      }
    });
    return started;
  };
  let desktop = await start();
  const incident = desktop.id() as IncidentId;
  return {
    clock,
    told,
    keys,
    incident,
    desktop: () => desktop,
    skip: (ms: number) => {
      skew += ms;
    },
    off: async (ms: number) => {
      await desktop.stop();
      skew += ms;
      desktop = await start();
    },
  };
}

type Life = Awaited<ReturnType<typeof life>>;

/** What the incident's page says is due, whatever the rules think. */
async function dueByThePage({ desktop, incident, clock }: Life): Promise<readonly string[]> {
  const view = await desktop().query('incident', { incident });
  const now = clock.now();
  const due = view.updatesDue.filter(({ at }) => at <= now).map((one) => `update ${one.audience}`);
  const checks = view.actions
    .filter(({ checkAt, done }) => !done && checkAt !== null && checkAt <= now)
    .map(({ id }) => `check-in ${id}`);
  return [...due, ...checks];
}

async function play(run: Life, step: Step, actions: string[]): Promise<void> {
  const { clock, incident, desktop } = run;
  const { command, id, query } = desktop();
  switch (step.do) {
    case 'wait':
      return clock.advance(step.minutes * MINUTE);
    case 'sleep':
      return run.skip(step.minutes * MINUTE);
    case 'set-back':
      return run.skip(-step.minutes * MINUTE);
    case 'off':
      return run.off(step.minutes * MINUTE);
    case 'check-in': {
      const action = id();
      actions.push(action);
      const checkAt = clock.now() + step.minutes * MINUTE;
      await command('action.add', { incident, action, text: 'Look', checkAt, owner: 'name:Bob' });
      return;
    }
    case 'complete': {
      const action = actions.shift();
      if (action !== undefined) await command('action.complete', { incident, action, done: true });
      return;
    }
    case 'update': {
      const nextBy = clock.now() + step.minutes * MINUTE;
      const update = { update: id(), audience: 'internal', form: 'no-news', nextBy } as const;
      await command('update.add', { incident, ...update });
      return;
    }
    case 'snooze': {
      const [first] = (await query('nudges', {})).items;
      if (first === undefined) return;
      const { rule, subject } = first;
      await command('nudge.snooze', { incident, rule, subject, minutes: step.minutes });
      return;
    }
    default: {
      const person = step.do === 'lead' ? 'name:ana' : null;
      await command('role.assign', { incident, role: 'lead', person });
    }
  }
}

test('through sleep, restarts and a clock that is set back, each due thing is told, in time and once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const { profile, remove } = temporaryProfile();
      const run = await life(profile);
      const { incident, clock, told, keys } = run;
      const declared = { incident, name: 'Slow', severity: 'major' };
      await run.desktop().command('incident.declare', declared);
      const actions: string[] = [];
      const snoozed = new Set<string>();
      for (const step of script) {
        if (step.do === 'snooze') {
          const [first] = (await run.desktop().query('nudges', {})).items;
          if (first !== undefined) snoozed.add(`${first.rule} ${first.subject}`);
        }
        const before = told.length;
        await play(run, step, actions);
        // Awake for a minute.
        await clock.advance(MINUTE);
        const items = (await run.desktop().query('nudges', {})).items;
        const listed = new Set(items.map(({ rule, subject }) => `${rule} ${subject}`));
        const page = await dueByThePage(run);
        for (const thing of page) if (!snoozed.has(thing)) expect(listed).toContain(thing);
        const grace = clock.now() - MINUTE;
        for (const { rule, subject, dueAt } of items.filter((item) => item.dueAt <= grace)) {
          const tellings = told.filter(({ nudge }) => nudge.rule === rule);
          const about = tellings.filter(({ nudge }) => nudge.subject === subject);
          expect(
            about.some(({ nudge }) => nudge.dueAt >= dueAt),
            'it was told',
          ).toBe(true);
        }
        // What was told was so: its time had come, and nothing had ended it before.
        for (const { nudge, at } of told.slice(before)) {
          expect(nudge.dueAt).toBeLessThanOrEqual(at);
          if (step.do !== 'set-back') expect(listed).toContain(`${nudge.rule} ${nudge.subject}`);
        }
      }
      expect(new Set(keys).size, 'nothing was told twice for one due time').toBe(keys.length);
      await run.desktop().stop();
      remove();
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a computer that was asleep tells within a minute, of whatever length the sleep was', async () => {
  const { profile, remove } = temporaryProfile();
  const run = await life(profile);
  const { incident, clock, told } = run;
  const declared = { incident, name: 'Slow', severity: 'minor' };
  await run.desktop().command('incident.declare', declared);
  for (const hours of [1, 5, 26]) {
    const before = told.length;
    const nextBy = clock.now() + 10 * MINUTE;
    const update = { update: run.desktop().id(), audience: 'internal', form: 'no-news' } as const;
    await run.desktop().command('update.add', { incident, ...update, nextBy });
    await clock.advance(2 * SECOND);
    run.skip(hours * HOUR);
    const woke = clock.now();
    await clock.advance(MINUTE);
    const reminded = told.slice(before).find(({ nudge }) => nudge.rule === 'update');
    expect(reminded?.at).toBeLessThanOrEqual(woke + MINUTE);
  }
  await run.desktop().stop();
  remove();
});
