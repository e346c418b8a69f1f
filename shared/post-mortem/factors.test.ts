import { expect, test } from 'vitest';
import { factorsIn, recurringFactors } from './factors.ts';
import { FULL_TEMPLATE, templateDocument } from './template.ts';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (value: string) => ({ type: 'paragraph', content: [text(value)] });
const heading = (level: number, value: string) => ({
  ...{ type: 'heading', attrs: { level }, content: [text(value)] },
});
const item = (value: string) => ({ type: 'listItem', content: [paragraph(value)] });

test('factors are the lines under their heading, however they are listed', () => {
  const content = [
    paragraph('Before'),
    heading(2, 'Contributing factors'),
    { type: 'prompt', content: [text('What had to come together?')] },
    { type: 'privateNote', content: [paragraph('For me')] },
    paragraph('No alert on the queue'),
    heading(3, 'In the deploy'),
    { type: 'bulletList', content: [item('The flag  was on'), item('Nobody saw it')] },
    heading(2, 'Mitigators'),
    paragraph('After'),
  ];
  expect(factorsIn({ type: 'doc', content })).toEqual([
    ...['No alert on the queue', 'In the deploy', 'The flag was on', 'Nobody saw it'],
  ]);
  expect(factorsIn(templateDocument(FULL_TEMPLATE))).toEqual([]);
});

test('what several name in other words recurs; what one names twice does not', () => {
  const named = [
    { incident: 'A', text: 'There was no alert on the retry queue' },
    { incident: 'A', text: 'The retry queue had no alert' },
    { incident: 'B', text: 'No alert for the retry queue.' },
    { incident: 'C', text: 'Retry queue without an alert' },
    { incident: 'C', text: 'The alert was muted' },
    { incident: 'D', text: 'Runbook' },
    { incident: 'E', text: 'runbook!' },
    { incident: 'E', text: 'It was not for the two of them' },
  ];
  expect(recurringFactors(named)).toEqual([
    { text: 'There was no alert on the retry queue', incidents: ['A', 'B', 'C'] },
    { text: 'Runbook', incidents: ['D', 'E'] },
  ]);
});

test('two thousand factors are compared at once', () => {
  const many = Array.from({ length: 2_000 }, (_, i) => ({
    incident: i,
    text: `Cause ${['cache', 'queue', 'deploy', 'alert'][i % 4]} number${i} letter${i % 97}`,
  }));
  expect(recurringFactors(many).length).toBeGreaterThan(0);
});
