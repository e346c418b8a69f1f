import { expect, it } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { NUDGE_ANSWERS, NUDGE_RULES, type NudgeRule } from '#shared/domain/nudge.ts';
import type { State } from '../../state/state.ts';
import { nudgeAnswers } from './nudge-answers.ts';

const INCIDENT = { id: '01INCIDENT' as IncidentId, severity: 'minor' };

const nudge = (rule: NudgeRule, subject = ''): NudgeViewT => ({
  ...{ incident: INCIDENT.id, code: 'INC-7F3K', rule, subject, occasion: '1' },
  ...{ dueAt: 1, since: 1, person: null, thing: '', text: '', answer: NUDGE_ANSWERS[rule] },
});

it.each(NUDGE_RULES)('has something to press for %s', (rule) => {
  const labels = nudgeAnswers(nudge(rule), INCIDENT, 'name:ana').map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(0);
  expect(new Set(labels).size).toBe(labels.length);
});

it('asks again later where it was too early to say', async () => {
  const changed: unknown[] = [];
  const change = async (name: string, input: object) => {
    changed.push([name, input]);
    return { ok: true, value: {} };
  };
  const tooEarly = nudgeAnswers(nudge('outcome', 'A1'), INCIDENT, null).at(-1);
  if (tooEarly?.does.kind !== 'change') throw new Error('it changes something');
  await tooEarly.does.ask({ change } as unknown as State, 0);
  const again = { outcome: 'too-early', checkAt: 10 * MINUTE };
  expect(changed).toEqual([['action.edit', { incident: INCIDENT.id, action: 'A1', ...again }]]);
});

it('can confirm a severity as it is', () => {
  const [keep] = nudgeAnswers(nudge('severity'), INCIDENT, null);
  expect(keep?.label).toBe('Keep Minor');
});
