import { memo } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { keepSame } from '../../state/keep-same.ts';
import { Actions } from '../action/actions.tsx';
import { CustomFields } from '../custom-field/custom-fields.tsx';
import { Decisions } from '../decision/decisions.tsx';
import { FollowUps } from '../follow-up/follow-ups.tsx';
import { Hypotheses } from '../hypothesis/hypotheses.tsx';
import { Related } from '../lifecycle/related.tsx';
import { Participants } from '../participant/participants.tsx';
import { Roles } from '../role/roles.tsx';
import { SituationCard } from '../situation/situation-card.tsx';
import { StatusNotes } from '../status/status-notes.tsx';

type IncidentSideProps = { readonly incident: IncidentViewT };

/** How it stands, who does what, and what is in flight. What is empty takes one line. */
export const IncidentSide = memo(function IncidentSide({ incident }: IncidentSideProps) {
  const { id, actions, people, fields } = incident;
  return (
    <>
      <StatusNotes key={incident.status} incident={incident} />
      <SituationCard incident={incident} />
      <Roles incident={incident} />
      <Actions incident={id} actions={actions} people={people} />
      <Decisions incident={id} />
      <Hypotheses incident={id} />
      <FollowUps incident={id} people={people} />
      <Participants incident={incident} />
      <Related incident={incident} />
      <CustomFields incident={id} fields={fields} people={people} />
    </>
  );
}, showsSame);

/** A note changes what waits for Slack and when the next update is due: nothing of that stands here. */
function showsSame(before: IncidentSideProps, after: IncidentSideProps): boolean {
  const shown = shownHere(before.incident);
  return keepSame(shown, shownHere(after.incident)) === shown;
}

function shownHere(incident: IncidentViewT) {
  const { waiting, parked, refusal, nextUpdate, nextUpdateDue, updatesDue, ...shown } = incident;
  return shown;
}
