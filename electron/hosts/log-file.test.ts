import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logFile, newestLines } from './log-file.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(profile, { recursive: true, force: true });
});

const path = () => join(profile, 'logs', 'quarterdeck.log');

test('a line is JSON with its time', () => {
  logFile(profile)({ level: 'warn', event: 'slack.odd', detail: { count: 2 } });
  const line = JSON.parse(readFileSync(path(), 'utf8'));
  expect(line).toMatchObject({ level: 'warn', event: 'slack.odd', detail: { count: 2 } });
  expect(Date.parse(line.at)).not.toBeNaN();
});

test('a full log starts anew and keeps one older file, so that it never fills the disk', () => {
  const log = logFile(profile);
  log({ level: 'info', event: 'first' });
  for (const round of ['one', 'two']) {
    writeFileSync(path(), `${round} ${'x'.repeat(1_000_001)}`);
    log({ level: 'info', event: round });
  }
  expect(readdirSync(join(profile, 'logs')).sort()).toEqual([
    'quarterdeck.log',
    'quarterdeck.log.1',
  ]);
  expect(statSync(path()).size).toBeLessThan(200);
  expect(readFileSync(`${path()}.1`, 'utf8').slice(0, 3)).toBe('two');
});

test('a log that cannot be written goes to the terminal and stops nobody', () => {
  writeFileSync(join(profile, 'logs'), 'a file where the folder should be');
  const said: unknown[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text) > 0);
  logFile(profile)({ level: 'error', event: 'request.failed' });
  expect(said).toHaveLength(1);
  expect(String(said[0])).toContain('request.failed');
});

test('the newest lines can be read, across the turn to a new file', () => {
  const log = logFile(profile);
  for (const event of ['one', 'two', 'three']) log({ level: 'info', event });
  renameSync(path(), `${path()}.1`);
  log({ level: 'info', event: 'four' });
  const events = (most: number) => newestLines(profile, most).map((line) => JSON.parse(line).event);
  expect(events(10)).toEqual(['one', 'two', 'three', 'four']);
  expect(events(2)).toEqual(['three', 'four']);
  writeFileSync(path(), `${'x'.repeat(70_000)}\n{"event":"last"}\n`);
  expect(events(1)).toEqual(['last']);
  expect(newestLines(join(profile, 'nowhere'), 5)).toEqual([]);
});
