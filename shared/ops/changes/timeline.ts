import { type ChangeReader, text } from './reader.ts';

/** What an op wrote into the timeline. */
export const entryChanges: ChangeReader = (op) => {
  const to = text(op.set.text);
  return to === null ? [] : [{ kind: 'note', text: to }];
};
