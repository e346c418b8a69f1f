import type { IncidentId } from '#shared/base/ids.ts';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { LEAD } from '#shared/domain/role.ts';
import type { Answer } from '../transport/transport.ts';
import { createAttempts } from './attempts.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { SliceOf, State } from './store.ts';

type Severity = CommandInput<'incident.set-severity'>['severity'];
type Status = CommandInput<'incident.set-status'>['status'];
type Done = Answer<object>;

export type IncidentSlice = {
  /** The incident on screen. */
  readonly opened: IncidentId | null;
  /** Its page; null until it has been read. */
  readonly incident: IncidentViewT | null;
  readonly incidentProblem: ContractError | null;
  readonly openIncident: (incident: IncidentId | null) => void;
  readonly refreshIncident: () => Promise<void>;
  readonly rename: (incident: IncidentId, name: string) => Done;
  readonly setSeverity: (incident: IncidentId, severity: Severity) => Done;
  readonly setStatus: (incident: IncidentId, status: Status) => Done;
  readonly assignLead: (incident: IncidentId, person: string | null) => Done;
  readonly addAction: (incident: IncidentId, text: string) => Done;
  readonly assignAction: (incident: IncidentId, action: string, owner: string | null) => Done;
  readonly completeAction: (incident: IncidentId, action: string, done: boolean) => Done;
};

export const incidentSlice: SliceOf<IncidentSlice> = ({ transport, newId }, set, get) => {
  const attempts = createAttempts(newId);
  const { request } = transport;
  return {
    opened: null,
    incident: null,
    incidentProblem: null,
    openIncident: (opened) => {
      if (opened === get().opened) return;
      set({ opened, incident: null, incidentProblem: null });
      get().clearTimeline();
      if (opened === null) return;
      void get().refreshIncident();
      void get().refreshTimeline();
    },
    refreshIncident: coalesced(async () => {
      const asked = get().opened;
      if (asked === null) return;
      const read = await request('query', 'incident', { incident: asked });
      if (get().opened !== asked) return;
      if (read.ok) {
        set(({ incident }) => ({
          incident: keepSame(incident, read.value),
          incidentProblem: null,
        }));
      } else set({ incidentProblem: read.error });
    }),
    rename: (incident, name) => request('command', 'incident.rename', { incident, name }),
    setSeverity: (incident, severity) =>
      request('command', 'incident.set-severity', { incident, severity }),
    setStatus: (incident, status) =>
      request('command', 'incident.set-status', { incident, status }),
    assignLead: (incident, person) =>
      request('command', 'role.assign', { incident, role: LEAD, person }),
    addAction: async (incident, text) => {
      const action = attempts.idFor([incident, text]);
      const answer = await request('command', 'action.add', { incident, action, text });
      if (answer.ok) attempts.made();
      return answer;
    },
    assignAction: (incident, action, owner) =>
      request('command', 'action.assign', { incident, action, owner }),
    completeAction: (incident, action, done) =>
      request('command', 'action.complete', { incident, action, done }),
  };
};

export const selectOpened = (state: State) => state.opened;
export const selectIncident = (state: State) => state.incident;
export const selectIncidentProblem = (state: State) => state.incidentProblem;
