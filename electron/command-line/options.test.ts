import { expect, test } from 'vitest';
import { HELP, readCommandLine } from './options.ts';

const read = (...args: string[]) => {
  const line = readCommandLine(args);
  return line.ok ? line.value.request : line.error;
};

test('a declaration needs one line; all else can be said', () => {
  expect(read('declare', 'Checkout errors')).toEqual({
    ...{ verb: 'declare', name: 'Checkout errors' },
    ...{ severity: null, isPrivate: false, key: null },
  });
  expect(read('declare', 'Leak', '--severity', 'major', '--private', '--key=a/1')).toEqual({
    ...{ verb: 'declare', name: 'Leak', severity: 'major', isPrivate: true, key: 'a/1' },
  });
});

test.each([
  ['20m', 20 * 60_000],
  ['2h', 2 * 3_600_000],
  ['45', 45 * 60_000],
])('the next update comes in %s', (said, next) => {
  expect(read('update', 'INC-1', 'Rolled back', '--next', said)).toMatchObject({ next });
});

test.each<[string, string[]]>([
  ['There is no command "declre"', ['declre', 'x']],
  ['There is no command "constructor"', ['constructor']],
  ['Say what is happening', ['declare']],
  ['"errors" is one word too many: put quotes around a text', ['declare', 'Checkout', 'errors']],
  ['Say a text', ['note', 'INC-1']],
  ['note takes no --severity', ['note', 'INC-1', 'x', '--severity', 'major']],
  ['--format takes md, json, csv, quarterdeck', ['export', 'INC-1', '--format', 'pdf']],
  ['--format takes md, json, csv, quarterdeck', ['export', 'INC-1']],
  ['--format quarterdeck needs --out FILE', ['export', 'INC-1', '--format', 'quarterdeck']],
  ['--format takes csv, json', ['follow-ups', '--format', 'md']],
  ['--next takes 20m or 2h, not "soon"', ['update', 'INC-1', 'x', '--next', 'soon']],
  ['--next takes 20m or 2h, not "0m"', ['update', 'INC-1', 'x', '--next', '0m']],
  ['--for takes internal or external, not "all"', ['update', 'INC-1', 'x', '--for', 'all']],
  ['--slack-api-url takes an address, not "slack"', ['list', '--slack-api-url', 'slack']],
  ["Unknown option '--sev'", ['declare', 'x', '--sev', 'major']],
])('%s', (words, args) => {
  expect(read(...args)).toBe(`${words}. See quarterdeck --help.`);
});

test('help tells of every command, and fits a terminal', () => {
  expect(read()).toEqual({ verb: 'help' });
  expect(read('declare', '--help')).toEqual({ verb: 'help' });
  for (const verb of [
    'declare',
    'list',
    'show',
    'note',
    'update',
    'export',
    'import',
    'follow-ups',
  ]) {
    expect(HELP).toContain(`\n  ${verb} `);
  }
  expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});
