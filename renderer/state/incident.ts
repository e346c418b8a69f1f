import { LEAD } from '#shared/domain/role.ts';
import { createAttempts } from './attempts.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { IncidentSlice, SliceOf, State } from './state.ts';

export const incidentSlice: SliceOf<IncidentSlice> = ({ transport, newId }, set, get) => {
  const attempts = createAttempts(newId);
  const { request } = transport;
  return {
    postMortemNews: 0,
    opened: null,
    incident: null,
    incidentProblem: null,
    openIncident: (opened) => {
      if (opened === get().opened) return;
      set({ opened, incident: null, incidentProblem: null, records: null });
      get().clearTimeline();
      if (opened === null) return;
      void get().refreshIncident();
      void get().refreshRecords();
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

export const selectIncident = (state: State) => state.incident;
export const selectIncidentProblem = (state: State) => state.incidentProblem;
