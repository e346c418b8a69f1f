import { expect, it } from 'vitest';
import { gapsWords, readFields, writeFields } from './update-draft.ts';

it('reads back what it kept, and nothing out of what is none', () => {
  const fields = { conditions: 'a', actions: '', needs: 'b', next: '20' };
  expect(readFields(writeFields(fields))).toEqual(fields);
  for (const broken of ['', '{', '1', '{"conditions":1}']) expect(readFields(broken)).toBe(null);
});

it('says what nobody has written', () => {
  expect(gapsWords(['symptoms', 'began'])).toBe('Nobody has said yet: symptoms, since when.');
  expect(gapsWords([])).toBe(null);
});
