import { lazy, Suspense } from 'react';
import { useDesk } from '../../state/desktop.tsx';
import { selectIncident } from '../../state/incident.ts';
import type { IncidentSheet } from '../../state/state.ts';

const UpdateSheet = lazy(async () => ({
  default: (await import('../update/update-sheet.tsx')).UpdateSheet,
}));
const DecisionSheet = lazy(async () => ({
  default: (await import('../decision/decision-sheet.tsx')).DecisionSheet,
}));
const HandoverSheet = lazy(async () => ({
  default: (await import('../handover/handover-sheet.tsx')).HandoverSheet,
}));
const HandoverAnswer = lazy(async () => ({
  default: (await import('../handover/handover-answer.tsx')).HandoverAnswer,
}));

const LifecycleSheet = lazy(async () => ({
  default: (await import('../lifecycle/lifecycle-sheet.tsx')).LifecycleSheet,
}));

export type IncidentSheetsProps = { readonly sheet: IncidentSheet; readonly onClose: () => void };

/** What is written about the incident on screen, beside its timeline. */
export function IncidentSheets(props: IncidentSheetsProps) {
  return (
    <Suspense>
      <OneSheet {...props} />
    </Suspense>
  );
}

function OneSheet({ sheet, onClose }: IncidentSheetsProps) {
  const incident = useDesk(selectIncident);
  if (incident === null) return null;
  const { id } = incident;
  switch (sheet.kind) {
    case 'update':
      return <UpdateSheet key={id} incident={incident} asked={sheet} onClose={onClose} />;
    case 'decision':
      return <DecisionSheet key={id} incident={id} decision={sheet.decision} onClose={onClose} />;
    case 'hand-over':
      return <HandoverSheet key={id} incident={incident} onClose={onClose} />;
    case 'hand-over-answer':
      return (
        <HandoverAnswer
          incident={id}
          offer={incident.handovers.find((offer) => offer.id === sheet.handover) ?? null}
          onClose={onClose}
        />
      );
    default:
      return <LifecycleSheet key={id} incident={incident} asked={sheet} onClose={onClose} />;
  }
}
