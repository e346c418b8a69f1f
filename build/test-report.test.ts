import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { playwrightCount } from './test-report.ts';

test('a test that wavered has passed and is told by its name; a failed one, and a file that does not load, are failures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ status, projectName: 'loopback', annotations: [] }],
  });
  const inner = { specs: [spec('skips', 'skipped'), spec('fails', 'unexpected')] };
  const report = {
    suites: [{ specs: [spec('passes', 'expected'), spec('wavers', 'flaky')], suites: [inner] }],
    errors: [{ message: 'a file could not be read' }],
  };
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  expect(playwrightCount(file)).toEqual({
    passed: 2,
    failed: 2,
    skipped: ['skips [loopback]: no reason given'],
    wavered: ['wavers [loopback]'],
  });
});
