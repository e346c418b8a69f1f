import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { newIncidentCode } from '#shared/domain/incident.ts';
import { type KeyTime, keyTimeField } from '#shared/domain/key-times.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { LEAD } from '#shared/domain/role.ts';
import { DEFAULT_STATUS } from '#shared/domain/status.ts';
import type { Op } from '#shared/ops/op.ts';
import { me } from '../account.ts';
import { commitEdits, type Edit } from '../context.ts';
import { actions } from '../store/actions.ts';
import { activeByKey, DECLARATION_KEY } from '../store/declaration-keys.ts';
import { followUps } from '../store/follow-ups.ts';
import { incidentById, incidentCodes } from '../store/incidents.ts';
import { links } from '../store/links.ts';
import { hasOps } from '../store/ops.ts';
import { backlog, parkedReason } from '../store/outbox.ts';
import { defaultSeverity } from '../store/severities.ts';
import { channelOf } from '../store/slack-channels.ts';
import { actionView } from './action.ts';
import { channelView, refusalView } from './channel.ts';
import { fieldViews } from './custom-field.ts';
import { incidentRow } from './desk.ts';
import { edit, present, setting } from './edit.ts';
import { type CommandsOf, DONE, findIncident, type QueryHandlers } from './handler.ts';
import { handoverViews } from './handover.ts';
import { keyTimes } from './key-times.ts';
import { participantViews } from './participant.ts';
import { choosablePeople } from './people.ts';
import { relationViews } from './relation.ts';
import { roleViews } from './role.ts';
import { checkSeverity } from './severity.ts';
import { situationPart } from './situation.ts';
import { nextUpdate } from './update.ts';

type IncidentCommands = Omit<
  CommandsOf<'incident'>,
  | 'incident.merge'
  | 'incident.unmerge'
  | 'incident.relate'
  | 'incident.set-status'
  | 'incident.set-situation'
  | 'incident.set-pace'
  | 'incident.set-review'
>;

export const incidentCommands: IncidentCommands = {
  'incident.declare': (context, input) => {
    const severity = checkSeverity(context.db, input.severity ?? defaultSeverity(context.db));
    if (!severity.ok) return severity;
    const known = incidentById(context.db, input.incident);
    // Asked twice (an answer that got lost on the way): once is enough.
    if (known !== null || hasOps(context.db, input.incident)) {
      return ok({ incident: input.incident, code: known?.code ?? '' });
    }
    const meant = input.key === undefined ? null : activeByKey(context.db, input.key);
    if (meant !== null) return ok({ incident: meant.id, code: meant.code });
    if (endsBeforeItBegan(input.retrospective)) return err(ENDS_TOO_EARLY);
    const code = newIncidentCode(context.ports.random, incidentCodes(context.db));
    const lead = input.lead === undefined ? me(context) : input.lead;
    const edits: Edit[] = [
      {
        entity: 'incident',
        set: {
          code,
          name: input.name,
          severity: severity.value,
          ...(input.severity === undefined ? { severityAssumed: true } : {}),
          status: DEFAULT_STATUS,
          private: input.private ?? false,
          ...(input.key === undefined ? {} : { [DECLARATION_KEY]: input.key }),
          ...(input.retrospective === undefined ? {} : pastOf(input.retrospective)),
        },
      },
    ];
    if (lead !== null) edits.push(leadEdit(lead));
    commitEdits(context, input.incident, edits);
    return ok({ incident: input.incident, code });
  },
  'incident.rename': setting('incident', ({ name }) => ({ name })),
  'incident.set-severity': (context, { incident, severity }) => {
    const checked = checkSeverity(context.db, severity);
    return checked.ok ? setSeverity(context, { incident, severity }) : checked;
  },
  'incident.set-summary': setting('incident', ({ summary }) => ({ summary })),
  'incident.set-impact': setting('incident', ({ impact }) => ({ impact })),
  'incident.set-private': (context, { incident, private: isPrivate, channelIsPrivate }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const channel = channelOf(context.db, incident);
    // Saying "private" over a channel that everybody reads would be a promise that nobody keeps.
    const isRead = channel !== null && channel.channel !== null && channelIsPrivate !== true;
    if (isPrivate && !found.value.private && isRead) return err(stillPublic(channel.name));
    edit(context, incident, 'incident', { private: isPrivate });
    return DONE;
  },
  'incident.set-time': setting('incident', ({ time, at }) => ({ [keyTimeField(time)]: at })),
};

const stillPublic = (channel: string) =>
  contractError(
    'not_possible',
    `#${channel} can be read by everybody in Slack.`,
    'Make the channel private in Slack first, then say that you did.',
  );

const setSeverity = setting<{ incident: IncidentId; severity: string }>(
  'incident',
  ({ severity }) => ({ severity, severityAssumed: false }),
);

type Past = { readonly [K in KeyTime]?: number | undefined };

/** What an incident begins with that is over already. */
function pastOf(past: Past): Op['set'] {
  const times = Object.entries(past).map(([key, at]) => [keyTimeField(key as KeyTime), at]);
  return { status: 'resolved', retrospective: true, ...present(Object.fromEntries(times)) };
}

const endsBeforeItBegan = ({ resolved, ...earlier }: Past = {}) =>
  resolved !== undefined && Object.values(earlier).some((at) => at !== undefined && at > resolved);

const ENDS_TOO_EARLY = contractError(
  'invalid_input',
  'It cannot have ended before it began.',
  'Check the times.',
);

const leadEdit = (person: PersonRef): Edit => ({ entity: `role:${LEAD}`, set: { person } });

export const incidentQueries: Pick<QueryHandlers, 'incident'> = {
  incident: (context, { incident: id }) => {
    const { db } = context;
    const found = findIncident(context, id);
    if (!found.ok) return found;
    context.sync.watch(id);
    const shownActions = actions.of(db, id);
    const channel = channelOf(db, id);
    const times = keyTimes(db, found.value);
    const owners = [...shownActions, ...followUps.of(db, id)].map(({ owner }) => owner);
    const present = [found.value.lead, ...owners];
    return ok({
      ...incidentRow(db, found.value),
      summary: found.value.summary,
      impact: found.value.impact,
      ...situationPart(db, found.value, times),
      keyTimes: times,
      channel: channelView(db, channel),
      refusal: refusalView(db, channel),
      roles: [...roleViews(db, id)],
      handovers: [...handoverViews(db, id)],
      nextUpdate: nextUpdate(db, found.value),
      links: links.of(db, id),
      relations: [...relationViews(db, id)],
      participants: [...participantViews(db, id, present)],
      fields: [...fieldViews(db, id)],
      actions: shownActions.map((action) => actionView(db, action)),
      people: [...choosablePeople(context, present)],
      waiting: backlog(db, id).waiting,
      parked: parkedReason(db, id),
    });
  },
};
