import { z } from 'zod';
import { TS_PATTERN } from '../domain/timeline.ts';
import { AUDIENCES } from '../domain/update.ts';
import { UPDATE_TEMPLATES } from '../domain/update-draft.ts';
import { YjsBytes } from './commands/post-mortem.ts';
import { Incident, LineRef, limitedText, PersonRefField, Time, Zone } from './fields.ts';
import { SearchInput, SearchView } from './search-view.ts';
import { AfterListView } from './views/after-list.ts';
import { DiagnosticsView } from './views/diagnostics.ts';
import { EvidenceView } from './views/evidence.ts';
import { LikeBeforeView } from './views/like-before.ts';
import { NudgeView } from './views/nudge.ts';
import { PostMortemShareView, PostMortemSinceView, PostMortemView } from './views/post-mortem.ts';
import {
  AllFollowUpsView,
  DecisionView,
  FollowUpView,
  HandoverBriefView,
  HypothesisView,
  RemovedView,
  UpdateDraftView,
  UpdateView,
} from './views/record.ts';
import { SuggestionsView } from './views/suggestion.ts';
import { EntryVersion, TimelineView } from './views/timeline.ts';
import { DeskView, IncidentView, QueueView, SettingsView, SyncView } from './views.ts';

/** Most items one timeline window holds. */
const TIMELINE_WINDOW_MAX = 200;

/** A line's place, as an earlier window told it. */
const Cursor = z.string().max(200);

/** What one is worried about, in a few lines: the brief has other things to tell. */
const WORRY_MAX = 1_000;

const OfIncident = z.strictObject({ incident: Incident });

/** Ids of files, as Slack makes them, and hashes of images that people added. */
const IMAGE_PATTERN = /^(?:F[A-Z0-9]{1,29}|[0-9a-f]{64})$/;

/** Everything that can be read. A view is a window, never a whole table. */
export const queries = {
  desk: { input: z.strictObject({}), output: DeskView },
  incident: { input: z.strictObject({ incident: Incident }), output: IncidentView },
  timeline: {
    input: z.strictObject({
      incident: Incident,
      limit: z.int().min(1).max(TIMELINE_WINDOW_MAX),
      /** Only lines before this one; where nothing else is said, the newest of them. */
      before: Cursor.optional(),
      /** Lines from this one on, it included. */
      from: Cursor.optional(),
      /** Lines around a moment, half of them before it. */
      at: Time.optional(),
      /** The newest line that somebody saw: `unseen` counts what came after it. */
      seen: Cursor.optional(),
      /** Also lines that somebody hid. */
      hidden: z.boolean().optional(),
      /** Only lines that somebody marked. */
      marked: z.boolean().optional(),
    }),
    output: TimelineView,
  },
  /** Messages that look like evidence, a hypothesis, a decision, a mitigation or customer impact. */
  suggestions: {
    input: z.strictObject({
      incident: Incident,
      before: z.string().regex(TS_PATTERN, 'This is not a message.').optional(),
      limit: z.int().min(1).max(TIMELINE_WINDOW_MAX),
    }),
    output: SuggestionsView,
  },
  /** What was removed and can be had back. Hidden lines are asked for with the timeline. */
  removed: { input: OfIncident, output: z.object({ items: z.array(RemovedView) }) },
  /** What has not reached Slack, oldest first. */
  queue: { input: z.strictObject({}), output: QueueView },
  /** Bytes of an exported bundle, in base64, from an offset on. */
  bundle: {
    input: z.strictObject({ name: z.string().max(100), offset: z.int().min(0) }),
    output: z.object({ data: z.string(), next: z.number().nullable() }),
  },
  /** Bytes of an image that is here, in base64, from an offset on. Only images are told as such. */
  image: {
    input: z.strictObject({ id: z.string().regex(IMAGE_PATTERN), offset: z.int().min(0) }),
    output: z.object({ type: z.string(), data: z.string(), next: z.number().nullable() }),
  },
  search: { input: SearchInput, output: SearchView },
  /** What an entry said, the first text first. */
  'entry-history': {
    input: z.strictObject({ incident: Incident, entry: LineRef }),
    output: z.object({ versions: z.array(EntryVersion) }),
  },
  /** What people keep of the incident, in the order in which it was added. */
  updates: { input: OfIncident, output: z.object({ items: z.array(UpdateView) }) },
  /** An update prefilled from the incident's state: the form the moment asks for, or a chosen one. */
  'update-draft': {
    input: z.strictObject({
      incident: Incident,
      audience: z.enum(AUDIENCES),
      template: z.enum(UPDATE_TEMPLATES).optional(),
      /** Whose clock the text speaks of; UTC unless told. */
      zone: Zone.optional(),
    }),
    output: UpdateDraftView,
  },
  /**
   * The brief of a hand-over, made from the incident's state: `text` is what `handover.offer` takes.
   * `worry` is what whoever goes is worried about.
   */
  'handover-brief': {
    input: z.strictObject({
      incident: Incident,
      worry: limitedText(WORRY_MAX, 'This').optional(),
      zone: Zone.optional(),
    }),
    output: HandoverBriefView,
  },
  /** What is left to do when it is over, and when the post-mortem should be. */
  'after-list': {
    input: z.strictObject({ incident: Incident, zone: Zone.optional() }),
    output: AfterListView,
  },
  decisions: { input: OfIncident, output: z.object({ items: z.array(DecisionView) }) },
  hypotheses: { input: OfIncident, output: z.object({ items: z.array(HypothesisView) }) },
  'follow-ups': { input: OfIncident, output: z.object({ items: z.array(FollowUpView) }) },
  /** The follow-ups of all incidents. */
  'all-follow-ups': { input: z.strictObject({}), output: AllFollowUpsView },
  /**
   * An incident's post-mortem; null while nobody began it. Whoever has its text open already says
   * `isOpen`, asks for what it lacks with `post-mortem-since`, and gets an empty `state` here.
   */
  'post-mortem': {
    input: z.strictObject({ incident: Incident, isOpen: z.boolean().optional() }),
    output: PostMortemView.nullable(),
  },
  /** What the document has that a page (by its Yjs state vector, in base64) lacks. */
  'post-mortem-since': {
    input: z.strictObject({ incident: Incident, vector: YjsBytes }),
    output: PostMortemSinceView,
  },
  /**
   * The post-mortem as it leaves, in base64, from an offset on: without prompts, private notes and
   * comments, its live blocks with what they show. Times are in `zone`; UTC unless told.
   */
  'post-mortem-export': {
    input: z.strictObject({
      incident: Incident,
      format: z.enum(['markdown', 'html', 'json']),
      zone: Zone.optional(),
      offset: z.int().min(0),
    }),
    output: z.object({
      name: z.string(),
      type: z.string(),
      data: z.string(),
      next: z.number().nullable(),
    }),
  },
  /** Whether it is shared in Slack; null where nobody asked for it here. */
  'post-mortem-share': { input: OfIncident, output: PostMortemShareView.nullable() },
  /** A calendar's file for the meeting over it: at `reviewAt`, for half an hour unless told. */
  'post-mortem-invitation': {
    input: z.strictObject({
      incident: Incident,
      minutes: z.int().min(5).max(480).optional(),
      /** Who is asked to come. */
      people: z.array(PersonRefField).max(200).optional(),
    }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  /** Past incidents like this one with reasons, and contributing factors that several name. */
  'like-before': { input: OfIncident, output: LikeBeforeView },
  /** What live blocks are made from. Begun or not. */
  'post-mortem-evidence': { input: OfIncident, output: EvidenceView },
  /** What the person at this desktop is reminded of now, over all incidents, the most pressing first. */
  nudges: { input: z.strictObject({}), output: z.object({ items: z.array(NudgeView) }) },
  /** What is being written at this desktop and was not saved as anything yet. */
  drafts: {
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ key: z.string(), text: z.string() })) }),
  },
  sync: { input: z.strictObject({}), output: SyncView },
  diagnostics: { input: z.strictObject({}), output: DiagnosticsView },
  /** The same with the newest lines of the log, as a file that a person reads before it is saved. */
  'diagnostics-file': {
    input: z.strictObject({}),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  settings: { input: z.strictObject({}), output: SettingsView },
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryInput<N extends QueryName> = z.input<Queries[N]['input']>;
export type QueryOutput<N extends QueryName> = z.output<Queries[N]['output']>;
