import { expect, test } from 'vitest';
import { seedInFile } from './seed-file.ts';

test('a file of JSON is taken as it is', () => {
  expect(seedInFile('team.json', '{"slack":{}}')).toEqual({ slack: {} });
});

test.each([
  ['{"slack":\n{', 'line 2 column 2'],
  ['{"slack":\n  x}', "Unexpected token 'x' in JSON (line 2 column 3)"],
  ['{"slack": {"users": [\n  {"name": "ana"},\n  {"name": ana}\n]}}', 'line 3 column 12'],
  ['{"slack":{},}', 'line 1 column 13'],
  ['{"slack":"\n', 'line 1 column 11'],
  ['', 'Unexpected end of JSON input (line 1 column 1)'],
  ['{"slack":{}} x', 'line 1 column 14'],
])('the mistake in %j is told with its place', (text, words) => {
  expect(() => seedInFile('team.json', text)).toThrow(/^team\.json is no JSON: [^\n]+$/);
  expect(() => seedInFile('team.json', text)).toThrow(words);
});
