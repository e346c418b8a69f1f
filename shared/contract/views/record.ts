import { z } from 'zod';
import { AUDIENCES, UPDATE_FORMS } from '../../domain/update.ts';
import { UPDATE_TEMPLATES } from '../../domain/update-draft.ts';
import { Incident } from '../fields.ts';
import { PersonView } from './person.ts';

/** What every record of an incident shows. Times are ms since 1970. */
const Every = {
  id: z.string(),
  by: PersonView,
  addedAt: z.number(),
  /** Its making has not reached Slack yet. */
  waiting: z.boolean(),
};

export const UpdateView = z.object({
  ...Every,
  audience: z.string(),
  form: z.string(),
  /** Each part is empty where nothing was said. */
  conditions: z.string(),
  actions: z.string(),
  needs: z.string(),
  nextBy: z.number().nullable(),
});

/** When the next update is due. Null: none is promised and no cadence holds, or it is over. */
export const NextUpdateView = z.object({
  internal: z.number().nullable(),
  external: z.number().nullable(),
});

/**
 * When an audience's next update is due: `at` may have passed. `first` and `scope` open the external
 * clock. `promised`: the last update named this time; else the cadence does.
 */
export const UpdateDueView = z.object({
  audience: z.enum(AUDIENCES),
  kind: z.enum(['first', 'scope', 'next']),
  at: z.number(),
  promised: z.boolean(),
});

/** An update as it can be written from what is known; nothing is saved by asking for it. */
export const UpdateDraftView = z.object({
  template: z.enum(UPDATE_TEMPLATES),
  /** The parts as `update.add` takes them. */
  form: z.enum(UPDATE_FORMS),
  conditions: z.string(),
  actions: z.string(),
  needs: z.string(),
  /** What to promise, by the cadence; null where none holds. */
  nextBy: z.number().nullable(),
  /** What this message asks for and nobody has written: the fields to show beside it. */
  gaps: z.array(z.enum(['symptoms', 'scope', 'impact', 'began', 'review'])),
  /** When this audience's update is due now. */
  due: UpdateDueView.nullable(),
});

export const DecisionView = z.object({
  ...Every,
  question: z.string(),
  options: z.array(z.string()),
  /** Empty while it is not decided. */
  choice: z.string(),
  reason: z.string(),
  expected: z.string(),
  expectedBy: z.number().nullable(),
  outcome: z.string().nullable(),
});

export const HypothesisView = z.object({
  ...Every,
  text: z.string(),
  state: z.string(),
  evidence: z.string(),
});

export const FollowUpView = z.object({
  ...Every,
  text: z.string(),
  type: z.string().nullable(),
  owner: PersonView.nullable(),
  state: z.string(),
  /** As somebody said, else two days from the end; null while that is not known. */
  soakUntil: z.number().nullable(),
  due: z.number().nullable(),
  /** How we know that it is done. */
  doneWhen: z.string(),
  /** Starts with `https://`. */
  issueUrl: z.string().nullable(),
});

/** A follow-up with the incident that it came from. */
export const FollowUpOfView = FollowUpView.extend({
  incident: Incident,
  code: z.string(),
  name: z.string(),
  private: z.boolean(),
});

/** What is left to do of all incidents, the earliest due first; then what is settled. */
export const AllFollowUpsView = z.object({
  items: z.array(FollowUpOfView),
  /** How many more there are, settled long ago. */
  more: z.number(),
});

export const LinkView = z.object({ id: z.string(), title: z.string(), url: z.string() });

/** A role on offer, until its receiver answers. */
export const HandoverView = z.object({
  ...Every,
  role: z.string(),
  from: PersonView.nullable(),
  to: PersonView,
  brief: z.string(),
});

/** What a receiver asks for, part by part, and the same as one text. */
export const HandoverBriefView = z.object({
  sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  text: z.string(),
});

export const RoleView = z.object({
  role: z.string(),
  name: z.string(),
  person: PersonView.nullable(),
});

export type UpdateViewT = z.infer<typeof UpdateView>;
export type UpdateDueViewT = z.infer<typeof UpdateDueView>;
export type UpdateDraftViewT = z.infer<typeof UpdateDraftView>;
export type NextUpdateViewT = z.infer<typeof NextUpdateView>;
export type DecisionViewT = z.infer<typeof DecisionView>;
export type HypothesisViewT = z.infer<typeof HypothesisView>;
export type FollowUpViewT = z.infer<typeof FollowUpView>;
export type FollowUpOfViewT = z.infer<typeof FollowUpOfView>;
export type AllFollowUpsViewT = z.infer<typeof AllFollowUpsView>;
export type LinkViewT = z.infer<typeof LinkView>;
export type HandoverViewT = z.infer<typeof HandoverView>;
export type HandoverBriefViewT = z.infer<typeof HandoverBriefView>;
export type RoleViewT = z.infer<typeof RoleView>;

/** Something that was removed from an incident. Its `edit` command brings it back. */
export const RemovedView = z.object({
  /** `action`, `follow_up`, … */
  entity: z.string(),
  id: z.string(),
  /** What it is, in words. */
  kind: z.string(),
  title: z.string(),
});

/** Another incident that this one has to do with. */
export const RelationView = z.object({
  incident: z.string(),
  /** `related`, `merged-into` or `merged-from`. */
  as: z.string(),
  code: z.string(),
  /** Null where it is private and may not be told here. */
  name: z.string().nullable(),
  /** It is on this desktop and can be opened. */
  isHere: z.boolean(),
});

/** Somebody who takes part, or took part and was let go. */
export const ParticipantView = PersonView.extend({ released: z.boolean() });

const Definition = {
  id: z.string(),
  name: z.string(),
  /** `text`, `number`, `select`, `link`, `user`, `date`; a newer one is shown as text. */
  type: z.string(),
  options: z.array(z.string()),
};

/** A custom field as the settings list it. */
export const FieldDefinitionView = z.object({ ...Definition, retired: z.boolean() });

/** A custom field of one incident. */
export const FieldView = z.object({
  ...Definition,
  /** Null while it is empty. A date is `2026-11-21`. */
  value: z.union([z.string(), z.number()]).nullable(),
  /** Whom a `user` field names. */
  person: PersonView.nullable(),
});

export type RemovedViewT = z.infer<typeof RemovedView>;
export type RelationViewT = z.infer<typeof RelationView>;
export type ParticipantViewT = z.infer<typeof ParticipantView>;
export type FieldDefinitionViewT = z.infer<typeof FieldDefinitionView>;
export type FieldViewT = z.infer<typeof FieldView>;
