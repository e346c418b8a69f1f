import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfAttachments } from './attachment-text.ts';
import { messageIn } from './history-message.ts';

const ALERT = {
  id: 1,
  color: 'd00000',
  fallback: '[FIRING:1] CheckoutErrors',
  pretext: 'PagerDuty',
  author_name: 'Grafana',
  title: '[FIRING:1] CheckoutErrors &amp; latency',
  title_link: 'https://grafana.example/alerting/1?a=1&b=2',
  text: '*eu-west* only: <https://runbook.example|runbook>',
  fields: [
    { title: 'Severity', value: 'critical', short: true },
    { title: 'Since:', value: '10:02', short: true },
    { value: 'no title' },
    'odd',
  ],
  footer: 'Grafana v12',
  ts: 1_700_000_000,
};

const read = (message: object) => messageIn({ ts: '1790000000.000100', ...message })?.text;

test('an alert that is an attachment is read as the lines that people see', () => {
  expect(read({ text: '', attachments: [ALERT] })?.split('\n')).toEqual([
    'PagerDuty',
    'Grafana',
    '<https://grafana.example/alerting/1?a=1&amp;b=2|[FIRING:1] CheckoutErrors &amp; latency>',
    '*eu-west* only: <https://runbook.example|runbook>',
    'Severity: critical',
    'Since: 10:02',
    'no title',
    'Grafana v12',
  ]);
});

test('it stands behind what the message says itself, and nothing is said twice', () => {
  const text = 'Deploy failed\nBuild 812';
  const attachments = [{ title: 'Build 812', text: 'Tests: 3 of 900 failed' }];
  expect(read({ text, attachments })).toBe('Deploy failed\nBuild 812\nTests: 3 of 900 failed');
});

test('blocks in an attachment are read; the fallback alone where there is nothing else', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: '*p99* 4 s' } };
  const attachments = [
    { color: '#f00', fallback: '[no preview available]', blocks: [section] },
    { fallback: 'Disk full on db-2' },
  ];
  expect(read({ text: '', attachments })).toBe('*p99* 4 s\nDisk full on db-2');
});

test('previews of links are left out: they come later and nobody wrote them', () => {
  const text = 'see <https://x.example>';
  const attachments = [
    { from_url: 'https://x.example', title: 'X', text: 'all of it' },
    { original_url: 'https://x.example', fallback: 'X' },
  ];
  expect(read({ text, attachments })).toBe(text);
});

test('an address that is none is no link, and a title cannot end its link', () => {
  const titles = [
    { title: 'a>b|c', title_link: 'https://x.example/' },
    { title: 'click', title_link: 'javascript:alert(1)' },
    { title: 'click', title_link: 'https://x.example/>|<!channel' },
  ];
  expect(textOfAttachments(titles, '').split('\n')).toEqual([
    '<https://x.example/|ab¦c>',
    'click',
    'click',
  ]);
});

test('whatever comes is read without a failure, and is no longer than a message', () => {
  const part = fc.dictionary(
    fc.constantFrom('title', 'title_link', 'text', 'fields', 'blocks', 'fallback', 'pretext'),
    fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.record({ title: fc.string() }))),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.jsonValue())), (attachments) => {
      expect(typeof read({ text: 'x', attachments })).toBe('string');
    }),
  );
  const long = Array.from({ length: 50 }, (_, i) => ({ text: `${i}${'y'.repeat(5_000)}` }));
  expect(textOfAttachments(long, '').length).toBeLessThanOrEqual(40_000);
});
