import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Count = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** Passed, but not at the first try. */
  readonly wavered: readonly string[];
};

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const Annotation = z.object({ type: z.string(), description: z.string().optional() });
const Spec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({ status: z.string(), projectName: z.string(), annotations: z.array(Annotation) }),
  ),
});
type Suite = { readonly specs: z.infer<typeof Spec>[]; readonly suites?: Suite[] | undefined };
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(Spec), suites: z.array(Suite).optional() }),
);
const Playwright = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()) });

/** Counts a Vitest JSON report. A file that could not even be loaded counts as one failure. */
export function vitestCount(path: string): Count {
  const report = Vitest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const failed = report.numFailedTests || report.numFailedTestSuites;
  const skipped = results
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName, status }) => `${fullName} (${status})`);
  return { passed: report.numPassedTests, failed, skipped, wavered: [] };
}

/** Counts a Playwright JSON report. A skipped test is listed with its reason, one that wavered by its name. */
export function playwrightCount(path: string): Count {
  const report = Playwright.parse(JSON.parse(readFileSync(path, 'utf8')));
  const specs = report.suites.flatMap(specsOf);
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })));
  const skipped = tests
    .filter(({ status }) => status === 'skipped')
    .map(({ title, projectName, annotations }) => {
      const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      return `${title} [${projectName}]: ${why}`;
    });
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failed: tests.filter(({ status }) => status === 'unexpected').length + report.errors.length,
    skipped,
    wavered: tests
      .filter(({ status }) => status === 'flaky')
      .map(({ title, projectName }) => `${title} [${projectName}]`),
  };
}

const specsOf = (suite: Suite): z.infer<typeof Spec>[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];
