import { createAttempts } from './attempts.ts';
import type { AddName, RequestSlice, SliceOf } from './state.ts';

/** The field that holds the id of what each command makes. */
const ID_FIELDS: Readonly<Record<AddName, string>> = {
  'action.add': 'action',
  'follow-up.add': 'followUp',
  'decision.add': 'decision',
  'hypothesis.add': 'hypothesis',
  'update.add': 'update',
  'role.add': 'role',
  'handover.offer': 'handover',
  'field.define': 'field',
  // The note that tells who stays.
  'participant.release': 'entry',
};

export const requestSlice: SliceOf<RequestSlice> = ({ transport, newId }) => {
  const attempts = createAttempts(newId);
  const { request } = transport;
  return {
    ask: (name, input) => request('query', name, input),
    change: (name, input) => request('command', name, input),
    add: async (name, input) => {
      const made = { ...input, [ID_FIELDS[name]]: attempts.idFor([name, input]) };
      const answer = await request('command', name, made as never);
      if (answer.ok) attempts.made();
      return answer;
    },
  };
};
