import { ok } from '#shared/base/result.ts';
import { newIncidentCode } from '#shared/domain/incident.ts';
import { keyTimeField } from '#shared/domain/key-times.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { LEAD } from '#shared/domain/role.ts';
import { DEFAULT_SEVERITY } from '#shared/domain/severity.ts';
import { DEFAULT_STATUS } from '#shared/domain/status.ts';
import { commitEdits, type Edit, me } from '../context.ts';
import { actionsOf } from '../store/actions.ts';
import { incidentById, incidentCodes } from '../store/incidents.ts';
import { hasOps } from '../store/ops.ts';
import { backlog, parkedReason } from '../store/outbox.ts';
import { channelOf } from '../store/slack-channels.ts';
import { channelView, refusalView } from './channel.ts';
import { incidentRow } from './desk.ts';
import { setting } from './edit.ts';
import { type CommandHandlers, findIncident, type QueryHandlers } from './handler.ts';
import { keyTimes } from './key-times.ts';
import { choosablePeople, personView } from './people.ts';

type IncidentCommands = Pick<CommandHandlers, Extract<keyof CommandHandlers, `incident.${string}`>>;

export const incidentCommands: IncidentCommands = {
  'incident.declare': (context, input) => {
    const known = incidentById(context.db, input.incident);
    // Asked twice (an answer that got lost on the way): once is enough.
    if (known !== null || hasOps(context.db, input.incident)) {
      return ok({ incident: input.incident, code: known?.code ?? '' });
    }
    const code = newIncidentCode(context.ports.random, incidentCodes(context.db));
    const lead = input.lead === undefined ? me(context) : input.lead;
    const edits: Edit[] = [
      {
        entity: 'incident',
        set: {
          code,
          name: input.name,
          severity: input.severity ?? DEFAULT_SEVERITY,
          status: DEFAULT_STATUS,
          private: input.private ?? false,
        },
      },
    ];
    if (lead !== null) edits.push(leadEdit(lead));
    commitEdits(context, input.incident, edits);
    return ok({ incident: input.incident, code });
  },
  'incident.rename': setting('incident', ({ name }) => ({ name })),
  'incident.set-severity': setting('incident', ({ severity }) => ({ severity })),
  'incident.set-status': setting('incident', ({ status }) => ({ status })),
  'incident.set-summary': setting('incident', ({ summary }) => ({ summary })),
  'incident.set-impact': setting('incident', ({ impact }) => ({ impact })),
  'incident.set-private': setting('incident', (input) => ({ private: input.private })),
  'incident.set-time': setting('incident', ({ time, at }) => ({ [keyTimeField(time)]: at })),
};

const leadEdit = (person: PersonRef): Edit => ({ entity: `role:${LEAD}`, set: { person } });

export const incidentQueries: Pick<QueryHandlers, 'incident'> = {
  incident: (context, { incident: id }) => {
    const { db } = context;
    const found = findIncident(context, id);
    if (!found.ok) return found;
    context.sync.watch(id);
    const actions = actionsOf(db, id);
    const channel = channelOf(db, id);
    const present = [found.value.lead, ...actions.map((action) => action.owner)];
    return ok({
      ...incidentRow(db, found.value),
      summary: found.value.summary,
      impact: found.value.impact,
      keyTimes: keyTimes(db, found.value),
      channel: channelView(db, channel),
      refusal: refusalView(db, channel),
      actions: actions.map((action) => ({
        ...action,
        owner: action.owner === null ? null : personView(db, action.owner),
      })),
      people: [...choosablePeople(context, present)],
      waiting: backlog(db, id).waiting,
      parked: parkedReason(db, id),
    });
  },
};
