import { MINUTE } from '#shared/base/duration.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { LONG_EVERY } from '#shared/domain/cadence.ts';
import { OUTCOMES, type Outcome } from '#shared/domain/outcome.ts';
import { LEAD } from '#shared/domain/role.ts';
import { severityName } from '#shared/domain/severity.ts';
import type { Audience } from '#shared/domain/update.ts';
import type { IncidentSheet, State } from '../../state/state.ts';
import type { Answer } from '../../transport/transport.ts';

/** What one press does about a reminder. */
export type NudgeAnswer = {
  readonly label: string;
  readonly does:
    | { readonly kind: 'change'; readonly ask: (state: State, now: number) => Answer<object> }
    | { readonly kind: 'sheet'; readonly sheet: IncidentSheet }
    /** Puts the focus on what is found on the page. */
    | { readonly kind: 'focus'; readonly selector: string };
};

const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  yes: 'Yes',
  no: 'No',
  'too-early': 'Too early',
};
const AGAIN_MIN = 10;
const WATCH_ON_MIN = 30;

/** The answers of a reminder, the usual one first. `me` is the person at this desktop. */
export function nudgeAnswers(
  nudge: NudgeViewT,
  { id: incident, severity }: Pick<IncidentViewT, 'id' | 'severity'>,
  me: string | null,
): readonly NudgeAnswer[] {
  const { rule, subject, answer } = nudge;
  const later = (now: number, minutes: number) => now + minutes * MINUTE;
  switch (rule) {
    case 'no-lead':
      return [
        change(answer.label, ({ change }) =>
          change('role.assign', { incident, role: LEAD, person: me }),
        ),
      ];
    case 'severity':
      return [
        change(`Keep ${severityName(severity)}`, ({ setSeverity }) =>
          setSeverity(incident, severity),
        ),
        focus(answer.label, '[data-shortcut="severity"] button'),
      ];
    case 'update': {
      const sheet = { kind: 'update', audience: subject as Audience, template: null } as const;
      return [open(answer.label, sheet), open('No news', { ...sheet, template: 'no-news' })];
    }
    case 'check-in':
      return [
        change('Asked', ({ change }) =>
          change('action.edit', { incident, action: subject, checkAt: null }),
        ),
        change(`Again in ${AGAIN_MIN} min`, ({ change }, now) =>
          change('action.edit', { incident, action: subject, checkAt: later(now, AGAIN_MIN) }),
        ),
      ];
    case 'action-due':
      return [
        focus(answer.label, `[data-action="${subject}"] input`),
        change('Done', ({ completeAction }) => completeAction(incident, subject, true)),
      ];
    case 'outcome':
      return OUTCOMES.map((outcome) =>
        change(OUTCOME_LABELS[outcome], ({ change }, now) => {
          const checkAt = outcome === 'too-early' ? later(now, AGAIN_MIN) : null;
          return change('action.edit', { incident, action: subject, outcome, checkAt });
        }),
      );
    case 'decision-effect':
      return OUTCOMES.map((outcome) =>
        change(OUTCOME_LABELS[outcome], ({ change }, now) => {
          const wait = outcome === 'too-early' ? { expectedBy: later(now, AGAIN_MIN) } : {};
          return change('decision.edit', { incident, decision: subject, outcome, ...wait });
        }),
      );
    case 'backup-plan':
      return [open(answer.label, { kind: 'decision', decision: null })];
    case 'hand-over':
      return [open(answer.label, { kind: 'hand-over' })];
    case 'hand-over-offered':
      return [open(answer.label, { kind: 'hand-over-answer', handover: subject })];
    case 'delegate':
      return [focus(answer.label, '[aria-label="Actions"] button')];
    case 'long-incident':
      return [
        change(answer.label, ({ change }) =>
          change('incident.set-pace', { incident, every: LONG_EVERY }),
        ),
      ];
    case 'soak-end':
      return [
        change('Resolve', ({ chooseStatus }) => chooseStatus('resolved')),
        change(`Watch ${WATCH_ON_MIN} min more`, ({ change }) =>
          change('incident.set-status', {
            ...{ incident, status: 'monitoring', soakMinutes: WATCH_ON_MIN },
          }),
        ),
      ];
    case 'review-owner':
    case 'review':
    case 'review-date':
      return [focus(answer.label, '[data-shortcut="review"] button')];
    case 'follow-up-soaked':
      return (['committed', 'dropped'] as const).map((state) =>
        change(state === 'committed' ? 'Commit' : 'Drop', ({ change }) =>
          change('follow-up.edit', { incident, followUp: subject, state }),
        ),
      );
    case 'follow-up-due':
      return [focus(answer.label, `[data-follow-up="${subject}"] button`)];
  }
}

const change = (
  label: string,
  ask: (state: State, now: number) => Answer<object>,
): NudgeAnswer => ({ label, does: { kind: 'change', ask } });

const open = (label: string, sheet: IncidentSheet): NudgeAnswer => ({
  label,
  does: { kind: 'sheet', sheet },
});

const focus = (label: string, selector: string): NudgeAnswer => ({
  label,
  does: { kind: 'focus', selector },
});
