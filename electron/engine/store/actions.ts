import type { PersonRef } from '#shared/domain/person.ts';
import { type RecordRow, recordTable } from './record-table.ts';

export type ActionRecord = RecordRow & {
  readonly text: string;
  readonly owner: PersonRef | null;
  readonly status: string;
  readonly done: boolean;
  /** ms since 1970, like the times below. */
  readonly doneAt: number | null;
  readonly due: number | null;
  readonly checkAt: number | null;
  /** Did it work? Null while nobody said. */
  readonly outcome: string | null;
};

export const actions = recordTable<ActionRecord>('action', {
  text: 'plain',
  owner: 'plain',
  status: 'plain',
  done: 'flag',
  doneAt: 'plain',
  due: 'plain',
  checkAt: 'plain',
  outcome: 'plain',
});
