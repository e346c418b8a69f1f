import { expect, test } from 'vitest';
import { startOptions } from './start-options.ts';

test('nothing said means the usual', () => {
  expect(startOptions([])).toEqual({
    ok: true,
    value: {
      profile: null,
      port: 0,
      open: true,
      loopback: false,
      slackApiUrl: null,
      slackClientId: null,
      help: false,
    },
  });
});

test('every option is understood', () => {
  const args = ['--profile', 'd', '--port', '80', '--no-open', '--loopback'];
  const slack = ['--slack-api-url', 'http://127.0.0.1:1/api', '--slack-client-id', '1.2'];
  expect(startOptions([...args, ...slack])).toMatchObject({
    ok: true,
    value: {
      profile: 'd',
      port: 80,
      open: false,
      slackApiUrl: 'http://127.0.0.1:1/api/',
      slackClientId: '1.2',
    },
  });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--port', '70000'], '--port takes a number from 0 to 65535, not "70000".'],
  [['--port', 'x'], '--port takes a number'],
  [['--slack-api-url', 'ftp://x'], '--slack-api-url takes an address'],
  [['--slack-client-id', 'xoxp-1'], '--slack-client-id takes two numbers'],
  [['--profile'], "Option '--profile <value>' argument missing"],
  [['extra'], "Unexpected argument 'extra'"],
])('%j is one clear line', (args, start) => {
  const read = startOptions(args);
  if (read.ok) throw new Error('was understood');
  expect(read.error).toContain(start);
  expect(read.error).not.toContain('\n');
});
