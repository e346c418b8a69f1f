import { z } from 'zod';
import { Incident } from './fields.ts';
import { SearchInput, SearchView } from './search-view.ts';
import {
  DeskView,
  IncidentView,
  QueueView,
  SettingsView,
  SyncView,
  TimelineView,
} from './views.ts';

/** Most items one timeline window holds. */
const TIMELINE_WINDOW_MAX = 200;

/** Everything that can be read. A view is a window, never a whole table. */
export const queries = {
  desk: { input: z.strictObject({}), output: DeskView },
  incident: { input: z.strictObject({ incident: Incident }), output: IncidentView },
  timeline: {
    input: z.strictObject({
      incident: Incident,
      /** A cursor from an earlier window; absent for the newest one. */
      before: z.string().max(200).optional(),
      limit: z.int().min(1).max(TIMELINE_WINDOW_MAX),
    }),
    output: TimelineView,
  },
  /** What has not reached Slack, oldest first. */
  queue: { input: z.strictObject({}), output: QueueView },
  search: { input: SearchInput, output: SearchView },
  sync: { input: z.strictObject({}), output: SyncView },
  settings: { input: z.strictObject({}), output: SettingsView },
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryInput<N extends QueryName> = z.input<Queries[N]['input']>;
export type QueryOutput<N extends QueryName> = z.output<Queries[N]['output']>;
