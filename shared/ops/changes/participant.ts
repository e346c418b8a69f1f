import { type ChangeReader, text } from './reader.ts';

/** Who was brought in or let go. */
export const participantChanges: ChangeReader = (op, before) => {
  const { present } = op.set;
  if (typeof present !== 'boolean') return [];
  const person = text(op.set.person) ?? text(before('person'));
  return [{ kind: 'participant', person, present }];
};
