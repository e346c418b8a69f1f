import { expect, test } from 'vitest';
import { recordCsv } from './csv.ts';
import { type IncidentRecord, recordLines } from './incident-record.ts';
import { recordMarkdown } from './markdown.ts';

const by = { ref: 'U1', name: 'Ana' };
const note = (text: string) =>
  ({ kind: 'note', id: 'n', at: 0, by, hidden: false, marker: 'key', text, files: [] }) as never;

function record(texts: readonly string[], name = 'Slow'): IncidentRecord {
  const incident = { code: 'INC-1', name, summary: '', impact: '', severity: 'major' };
  const more = { status: 'fixing', roles: [], actions: [], keyTimes: {} };
  return {
    incident: { ...incident, ...more } as never,
    timeline: texts.map(note),
    people: [],
    updates: [],
    decisions: [],
    hypotheses: [],
    followUps: [],
  };
}

test('a change is told as a sentence, with people by name', () => {
  const changes = [{ kind: 'severity', from: 'minor', to: 'major' }];
  const change = { kind: 'change', id: 'c', at: 60_000, by, hidden: false, marker: null, changes };
  const lines = recordLines({ ...record([]), timeline: [change as never] });
  expect(lines).toMatchObject([{ by: 'Ana', text: '▲ Severity: Minor → Major', marker: '' }]);
});

test('a table of cells: quotes, lines and formulas are kept from doing harm', () => {
  const csv = recordCsv(
    record(['said "no", twice', 'one\ntwo', '=HYPERLINK("http://evil")', '-1']),
  );
  expect(csv.split('\r\n').slice(1, -1)).toEqual([
    '1970-01-01T00:00:00.000Z,note,Ana,key,"said ""no"", twice"',
    '1970-01-01T00:00:00.000Z,note,Ana,key,"one\ntwo"',
    `1970-01-01T00:00:00.000Z,note,Ana,key,"'=HYPERLINK(""http://evil"")"`,
    "1970-01-01T00:00:00.000Z,note,Ana,key,'-1",
  ]);
  expect(csv.startsWith('\uFEFFtime,kind,by,mark,text\r\n')).toBe(true);
});

test('what people wrote becomes no heading, link, image, cell or tag', () => {
  const hostile = [
    '# big',
    '[x](javascript:alert(1))',
    '![x](http://evil/p.png)',
    '<img src=x>',
    'a | b',
  ];
  const markdown = recordMarkdown(record(hostile, '<script>alert(1)</script>'));
  expect(markdown).toContain('# INC-1 \\<script\\>alert(1)\\</script\\>');
  expect(markdown).toContain('| \\# big |');
  expect(markdown).toContain('\\[x\\](javascript:alert(1))');
  expect(markdown).toContain('!\\[x\\](http://evil/p.png)');
  expect(markdown).toContain('\\<img src=x\\>');
  expect(markdown).toContain('a \\| b |');
});

test('an entry of several lines stays in its row', () => {
  expect(recordMarkdown(record(['one\ntwo']))).toContain('| one<br>two |');
});
