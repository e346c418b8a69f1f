import { z } from 'zod';
import { IncidentView } from '../views.ts';
import { PersonView } from './person.ts';
import { DecisionView, FollowUpView, HypothesisView, UpdateView } from './record.ts';
import { TimelineItem } from './timeline.ts';

/** A value the incident had from a moment on, ms since 1970. */
const Step = z.object({ value: z.string(), at: z.number() });

/** All that live blocks are made from. Lists are bounded; `left` says how many lines were left out. */
export const EvidenceView = z.object({
  incident: IncidentView,
  /** Its statuses and severities in order. */
  statuses: z.array(Step),
  severities: z.array(Step),
  /** Marked lines, entries and what changed the incident's course; oldest first. */
  timeline: z.array(TimelineItem),
  left: z.number(),
  updates: z.array(UpdateView),
  decisions: z.array(DecisionView),
  hypotheses: z.array(HypothesisView),
  followUps: z.array(FollowUpView),
  /** Names of everybody that the timeline's changes mention. */
  people: z.array(PersonView),
});

export type EvidenceViewT = z.infer<typeof EvidenceView>;
