import { type ChangeReader, text } from './reader.ts';

/** What an op said about another incident. */
export const relationChanges: ChangeReader = (op, before) => {
  const ended = op.set.deleted === true;
  if (text(op.set.as) === null && !ended) return [];
  const held = (field: string) => text(op.set[field]) ?? text(before(field));
  const name = held('name');
  return [{ kind: 'relation', as: held('as') ?? '', code: held('code') ?? '', name, ended }];
};
