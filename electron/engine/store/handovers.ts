import type { PersonRef } from '#shared/domain/person.ts';
import { type RecordRow, recordTable } from './record-table.ts';

export type HandoverRecord = RecordRow & {
  readonly role: string;
  readonly from: PersonRef | null;
  readonly to: PersonRef;
  readonly brief: string;
  readonly state: string;
};

export const handovers = recordTable<HandoverRecord>('handover', {
  role: 'plain',
  from: 'plain',
  to: 'plain',
  brief: 'plain',
  state: 'plain',
});
