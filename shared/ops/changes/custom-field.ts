import { type ChangeReader, text, writes } from './reader.ts';

/** What an op did to a custom field. */
export const fieldChanges: ChangeReader = (op, before) => {
  const was = text(before('name'));
  const name = text(op.set.name);
  if (writes(op, 'value')) {
    const type = text(op.set.type) ?? text(before('type')) ?? '';
    const to = op.set.value ?? null;
    return [{ kind: 'custom-field', name: name ?? was ?? '', type, to }];
  }
  return name === null || name === was ? [] : [{ kind: 'custom-field-named', from: was, to: name }];
};
