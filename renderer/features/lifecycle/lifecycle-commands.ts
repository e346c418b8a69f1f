import type { CommandInput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { SEVERITIES, severityName } from '#shared/domain/severity.ts';
import { CHOOSABLE_STATUSES, isOver, statusName } from '#shared/domain/status.ts';
import type { State, Status } from '../../state/state.ts';

/** What is done about an incident as a whole: the menu, the palette and the keys read this. */
export type LifecycleCommand = {
  readonly name: string;
  readonly label: string;
  readonly keys: readonly string[];
  /** Only what is done often stands in the menu; the palette has all. */
  readonly isInMenu: boolean;
  readonly enabled: (incident: IncidentViewT, me: string | null) => boolean;
  readonly run: (incident: IncidentViewT, state: State) => void;
};

/** Statuses that are not set without a word about why. */
const EXPLAINED: readonly Status[] = ['paused', 'declined'];

const takeLead: LifecycleCommand = {
  name: 'lead.take',
  label: 'Take the lead',
  keys: ['I'],
  isInMenu: false,
  enabled: ({ lead }, me) => me !== null && lead?.ref !== me,
  run: ({ id, lead }, { perform, assignLead, settings }) =>
    void perform({
      words: 'You lead',
      run: () => assignLead(id, settings?.me.ref ?? null),
      undo: () => assignLead(id, lead?.ref ?? null),
    }),
};

const explained = (status: Status, label: string, isInMenu = true): LifecycleCommand => ({
  name: `status.explain-${status}`,
  label,
  keys: [],
  isInMenu,
  enabled: (incident) => incident.status !== status && !isOver(incident.status),
  run: (_incident, { showSheet }) => showSheet({ kind: 'reason', status }),
});

const reopen: LifecycleCommand = {
  name: 'status.reopen',
  label: 'Reopen',
  keys: [],
  isInMenu: true,
  enabled: ({ status }) => status === 'paused' || (isOver(status) && status !== 'merged'),
  run: (_incident, { showSheet }) => showSheet({ kind: 'reason', status: 'investigating' }),
};

const openApart: LifecycleCommand = {
  name: 'incident.open-apart',
  label: 'Open in a window of its own',
  keys: [],
  isInMenu: true,
  enabled: () => true,
  run: ({ id }, state) => state.openApart({ page: 'incident', incident: id }),
};

const merge: LifecycleCommand = {
  name: 'incident.merge',
  label: 'Merge into another incident',
  keys: [],
  isInMenu: true,
  enabled: ({ status }) => status !== 'merged',
  run: (_incident, { showSheet }) => showSheet({ kind: 'other', as: 'merge' }),
};

const unmerge: LifecycleCommand = {
  name: 'incident.unmerge',
  label: 'Undo the merge',
  keys: [],
  isInMenu: true,
  enabled: ({ status }) => status === 'merged',
  run: ({ id }, { perform, change }) =>
    void perform({
      words: 'An incident of its own again',
      run: () => change('incident.unmerge', { incident: id }),
      undo: null,
    }),
};

const relate: LifecycleCommand = {
  name: 'incident.relate',
  label: 'Relate to another incident',
  keys: [],
  isInMenu: true,
  enabled: () => true,
  run: (_incident, { showSheet }) => showSheet({ kind: 'other', as: 'relate' }),
};

const makePrivate: LifecycleCommand = {
  name: 'incident.make-private',
  label: 'Make private',
  keys: [],
  isInMenu: true,
  enabled: (incident) => !incident.private,
  run: (incident, { showSheet, perform, change }) => {
    // Only a person can close a channel that is there: they are asked to say that they did.
    if (incident.channel !== null) return showSheet({ kind: 'private' });
    const set = (isPrivate: boolean) =>
      change('incident.set-private', { incident: incident.id, private: isPrivate });
    void perform({ words: 'Private', run: () => set(true), undo: () => set(false) });
  },
};

const makePublic: LifecycleCommand = {
  name: 'incident.make-public',
  label: 'Make public',
  keys: [],
  isInMenu: true,
  enabled: (incident) => incident.private,
  run: ({ id }, { perform, change }) =>
    void perform({
      words: 'Public',
      run: () => change('incident.set-private', { incident: id, private: false }),
      undo: () =>
        change('incident.set-private', { incident: id, private: true, channelIsPrivate: true }),
    }),
};

const exportBundle: LifecycleCommand = {
  name: 'incident.export',
  label: 'Export',
  keys: [],
  isInMenu: false,
  enabled: () => true,
  run: (_incident, { showSheet }) => showSheet({ kind: 'export' }),
};

const setStatus = (status: Status): LifecycleCommand => ({
  name: `status.${status}`,
  label: `Set status: ${statusName(status)}`,
  keys: [],
  isInMenu: false,
  enabled: (incident) => incident.status !== status,
  run: (_incident, { chooseStatus }) => void chooseStatus(status),
});

type Severity = CommandInput<'incident.set-severity'>['severity'];

const setSeverity = (severity: Severity): LifecycleCommand => ({
  name: `severity.${severity}`,
  label: `Set severity: ${severityName(severity)}`,
  keys: [],
  isInMenu: false,
  enabled: (incident) => incident.severity !== severity,
  run: ({ id, severity: before }, state) =>
    void state.perform({
      words: `Severity: ${severityName(severity)}`,
      run: () => state.setSeverity(id, severity),
      undo: () => state.setSeverity(id, before),
    }),
});

export const LIFECYCLE_COMMANDS: readonly LifecycleCommand[] = [
  takeLead,
  ...SEVERITIES.map(setSeverity),
  ...CHOOSABLE_STATUSES.filter((status) => !EXPLAINED.includes(status)).map(setStatus),
  explained('paused', 'Pause'),
  explained('declined', 'Decline'),
  reopen,
  openApart,
  merge,
  unmerge,
  relate,
  makePrivate,
  makePublic,
  exportBundle,
];
