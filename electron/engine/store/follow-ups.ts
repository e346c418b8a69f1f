import type { PersonRef } from '#shared/domain/person.ts';
import { type RecordRow, recordTable } from './record-table.ts';

export type FollowUpRecord = RecordRow & {
  readonly text: string;
  readonly type: string | null;
  readonly owner: PersonRef | null;
  readonly state: string;
  /** ms since 1970, like `due`. */
  readonly soakUntil: number | null;
  readonly due: number | null;
  /** How we know that it is done; empty while nobody said. */
  readonly doneWhen: string;
  /** `https://…`, or null. */
  readonly issueUrl: string | null;
};

export const followUps = recordTable<FollowUpRecord>('follow_up', {
  text: 'plain',
  type: 'plain',
  owner: 'plain',
  state: 'plain',
  soakUntil: 'plain',
  due: 'plain',
  doneWhen: 'plain',
  issueUrl: 'plain',
});
