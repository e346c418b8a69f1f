import { type RecordRow, recordTable } from './record-table.ts';

export type UpdateRecord = RecordRow & {
  readonly audience: string;
  readonly form: string;
  readonly conditions: string;
  readonly actions: string;
  readonly needs: string;
  /** When the next one was promised for, ms since 1970. */
  readonly nextBy: number | null;
};

export const updates = recordTable<UpdateRecord>('incident_update', {
  audience: 'plain',
  form: 'plain',
  conditions: 'plain',
  actions: 'plain',
  needs: 'plain',
  nextBy: 'plain',
});
