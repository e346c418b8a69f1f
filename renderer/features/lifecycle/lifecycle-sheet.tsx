import type { IncidentViewT } from '#shared/contract/views.ts';
import type { LifecycleSheet as Asked } from '../../state/state.ts';
import { EarlyResolve } from './early-resolve.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { OtherSheet } from './other-sheet.tsx';
import { PrivateSheet } from './private-sheet.tsx';
import { ReasonSheet } from './reason-sheet.tsx';

export type LifecycleSheetProps = {
  readonly incident: IncidentViewT;
  readonly asked: Asked;
  readonly onClose: () => void;
};

export function LifecycleSheet({ incident, asked, onClose }: LifecycleSheetProps) {
  switch (asked.kind) {
    case 'reason':
      if (asked.status === 'resolved')
        return <EarlyResolve incident={incident} onClose={onClose} />;
      return <ReasonSheet incident={incident} status={asked.status} onClose={onClose} />;
    case 'other':
      return <OtherSheet incident={incident} as={asked.as} onClose={onClose} />;
    case 'private':
      return <PrivateSheet incident={incident} onClose={onClose} />;
    case 'export':
      return <ExportSheet incident={incident} onClose={onClose} />;
  }
}
