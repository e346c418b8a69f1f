import type { ActionChange } from './action.ts';
import type { IncidentChange } from './incident.ts';
import type { RoleChange } from './role.ts';
import type { TimelineChange } from './timeline.ts';

/** A change of a kind, or of fields, that only a newer Quarterdeck knows. */
export type UnknownChange = {
  readonly kind: 'unknown';
  readonly entity: string;
  readonly fields: readonly string[];
};

/** What one op did, in the field's terms: the timeline's backbone and the text of Slack messages. */
export type Change = IncidentChange | RoleChange | ActionChange | TimelineChange | UnknownChange;
