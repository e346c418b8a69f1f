import type { StoreApi } from 'zustand/vanilla';
import type { IncidentId } from '#shared/base/ids.ts';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { DeskViewT, IncidentViewT, SettingsViewT, SyncViewT } from '#shared/contract/views.ts';
import type { Answer, Connection } from '../transport/transport.ts';
import type { StatePorts } from './ports.ts';
import type { Route } from './route.ts';
import type { TimelineSlice } from './timeline-shape.ts';

// The shape of the state, a slice a feature. What makes each slice is in the file of its name.

/** What lies over the page, one at a time. */
export type Sheet = 'declare' | 'keys';

export type ShellSlice = {
  readonly connection: Connection;
  readonly route: Route;
  readonly sheet: Sheet | null;
  readonly go: (route: Route) => void;
  readonly showSheet: (sheet: Sheet | null) => void;
};

export type Declaration = Omit<CommandInput<'incident.declare'>, 'incident'>;

export type DeskSlice = {
  /** Null until it has been read for the first time. */
  readonly desk: DeskViewT | null;
  readonly deskProblem: ContractError | null;
  readonly refreshDesk: () => Promise<void>;
  readonly declare: (declaration: Declaration) => Answer<{ incident: IncidentId }>;
};

export type Severity = CommandInput<'incident.set-severity'>['severity'];
export type Status = CommandInput<'incident.set-status'>['status'];
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

export type SyncSlice = {
  readonly sync: SyncViewT | null;
  readonly refreshSync: () => Promise<void>;
  readonly retrySync: (incident: IncidentId | null) => Answer<object>;
};

export type SettingsSlice = {
  readonly settings: SettingsViewT | null;
  readonly settingsProblem: ContractError | null;
  readonly refreshSettings: () => Promise<void>;
  readonly connectSlack: (token: string) => Answer<object>;
  readonly disconnectSlack: () => Answer<object>;
  readonly announceIn: (channel: string) => Answer<object>;
  readonly renameMe: (name: string) => Answer<object>;
};

export type State = ShellSlice &
  DeskSlice &
  IncidentSlice &
  TimelineSlice &
  SyncSlice &
  SettingsSlice;

export type Store = StoreApi<State>;

/** Makes one feature's part of the state. */
export type SliceOf<Slice> = (
  ports: StatePorts,
  set: Store['setState'],
  get: Store['getState'],
) => Slice;
