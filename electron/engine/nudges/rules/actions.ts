import type { ActionRecord } from '../../store/actions.ts';
import type { Rule } from '../snapshot.ts';
import { nudge, to } from './nudge.ts';

const isOpen = ({ status }: ActionRecord) => status === 'open' || status === 'doing';

export const checkIn: Rule = ({ isRunning, actions, incident: { lead } }) =>
  isRunning
    ? actions.filter(isOpen).flatMap(({ id, owner, text, checkAt }) =>
        checkAt === null
          ? []
          : [
              nudge({
                ...{ rule: 'check-in', subject: id, dueAt: checkAt, to: to(lead) },
                ...{ person: owner, thing: text },
              }),
            ],
      )
    : [];

export const actionDue: Rule = ({ isRunning, actions, incident: { lead } }) =>
  isRunning
    ? actions.filter(isOpen).flatMap(({ id, owner, text, due }) =>
        due === null
          ? []
          : [
              nudge({
                ...{ rule: 'action-due', subject: id, dueAt: due, to: to(owner, lead) },
                ...{ person: owner, thing: text },
              }),
            ],
      )
    : [];

/** It was too early to say: asked again at the time that was set for it. */
export const outcome: Rule = ({ isRunning, actions, incident: { lead } }) =>
  isRunning
    ? actions.flatMap(({ id, owner, text, done, checkAt, outcome: answer }) =>
        !done || answer !== 'too-early' || checkAt === null
          ? []
          : [
              nudge({
                ...{ rule: 'outcome', subject: id, dueAt: checkAt, to: to(lead, owner) },
                ...{ person: owner, thing: text },
              }),
            ],
      )
    : [];
