import type { ActionChange } from './action.ts';
import type { FieldChange } from './custom-field.ts';
import type { IncidentChange } from './incident.ts';
import type { ParticipantChange } from './participant.ts';
import type { PostMortemChange } from './post-mortem.ts';
import type { RecordChange } from './record-change.ts';
import type { RelationChange } from './relation.ts';
import type { RoleChange } from './role.ts';
import type { SituationChange } from './situation.ts';
import type { TimelineChange } from './timeline.ts';

/** A change of a kind, or of fields, that only a newer Quarterdeck knows. */
export type UnknownChange = {
  readonly kind: 'unknown';
  readonly entity: string;
  readonly fields: readonly string[];
};

/** What one op did, in the field's terms: the timeline's backbone and the text of Slack messages. */
export type Change =
  | IncidentChange
  | SituationChange
  | RoleChange
  | ActionChange
  | RecordChange
  | RelationChange
  | ParticipantChange
  | FieldChange
  | PostMortemChange
  | TimelineChange
  | UnknownChange;
