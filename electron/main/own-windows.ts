import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';
import { isAppPage } from './app-scheme.ts';

/** Windows that a page asks for: of one incident, and of nothing else. */
export type OwnWindows = {
  /** Whether the address is such a window's; it is opened then. */
  readonly open: (url: string) => boolean;
  /** From now on they are opened so. */
  readonly deliver: (to: (incident: IncidentId) => void) => void;
};

export function ownWindows(): OwnWindows {
  let show: (incident: IncidentId) => void = () => undefined;
  return {
    open: (url) => {
      const incident = incidentOf(url);
      if (incident === null) return false;
      show(incident);
      return true;
    },
    deliver: (to) => {
      show = to;
    },
  };
}

function incidentOf(url: string): IncidentId | null {
  if (!isAppPage(url)) return null;
  const [, id = ''] = /^#\/incident\/([^/?]+)$/.exec(new URL(url).hash) ?? [];
  return ULID_PATTERN.test(id) ? (id as IncidentId) : null;
}
