import { lazy, Suspense } from 'react';
import { useDesk } from '../../state/desktop.tsx';
import { selectIncident } from '../../state/incident.ts';
import type { IncidentSheet } from '../../state/state.ts';

const UpdateSheet = lazy(async () => ({
  default: (await import('../update/update-sheet.tsx')).UpdateSheet,
}));

export type IncidentSheetsProps = { readonly sheet: IncidentSheet; readonly onClose: () => void };

/** What is written about the incident on screen, beside its timeline. */
export function IncidentSheets({ sheet, onClose }: IncidentSheetsProps) {
  const incident = useDesk(selectIncident);
  if (incident === null) return null;
  return (
    <Suspense>
      <UpdateSheet key={incident.id} incident={incident} asked={sheet} onClose={onClose} />
    </Suspense>
  );
}
