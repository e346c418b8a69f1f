import { expect, it } from 'vitest';
import { postMortemSchema } from '#shared/post-mortem/schema.ts';
import { headingsOf } from '../outline.tsx';
import { kindsFor } from './blocks.ts';
import { findIn } from './find.ts';

const doc = postMortemSchema().nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Rollback' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The roll' },
        { type: 'text', text: 'BACK', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' of İzmir took long; ' },
        { type: 'evidence', attrs: { entry: '01', text: 'rollback', at: 1 } },
        { type: 'text', text: ' rollback done' },
      ],
    },
  ],
});

it('finds words whatever their case, over marks, and after what counts for one place', () => {
  const found = findIn(doc, 'rollback');
  expect(found).toHaveLength(3);
  expect(found.map(({ from, to }) => doc.textBetween(from, to).toLowerCase())).toEqual(
    Array(3).fill('rollback'),
  );
  expect(findIn(doc, '')).toEqual([]);
});

it('lists headings with where they begin', () => {
  expect(headingsOf(doc)).toEqual([{ level: 2, text: 'Rollback', pos: 0 }]);
});

it('offers kinds of blocks by any word of their names', () => {
  expect(kindsFor('tab').map(({ name }) => name)).toEqual(['table']);
  expect(kindsFor('todo').map(({ name }) => name)).toEqual(['task-list']);
  expect(kindsFor('heading 2').map(({ name }) => name)).toEqual(['heading-2']);
  expect(kindsFor('').length).toBeGreaterThan(10);
});
