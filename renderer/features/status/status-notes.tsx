import type { IncidentViewT } from '#shared/contract/views.ts';
import { AfterList } from './after-list.tsx';
import { Watch } from './watch.tsx';
import { WhySo } from './why-so.tsx';

/** What a status asks for. It holds at once; what it asks can be said later. */
export function StatusNotes({ incident }: { readonly incident: IncidentViewT }) {
  switch (incident.status) {
    case 'monitoring':
      return <Watch incident={incident} />;
    case 'resolved':
      return <AfterList incident={incident} />;
    case 'paused':
    case 'declined':
      return <WhySo incident={incident} />;
    default:
      return null;
  }
}
