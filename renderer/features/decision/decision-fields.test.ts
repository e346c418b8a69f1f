import { expect, it } from 'vitest';
import { fieldsOf, optionsIn, readFields, writeFields } from './decision-fields.ts';

it('keeps what was begun, and nothing where nothing was', () => {
  const fields = { ...fieldsOf(null), question: 'Roll back?' };
  expect(readFields(writeFields(fields))).toEqual(fields);
  expect(writeFields(fieldsOf(null))).toBe('');
  for (const broken of ['', 'null', '{"question":"x"}', '[']) expect(readFields(broken)).toBe(null);
});

it('takes an option from each line that says something', () => {
  expect(optionsIn(' roll back \n\nwait\n')).toEqual(['roll back', 'wait']);
});
