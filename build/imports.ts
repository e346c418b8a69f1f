// npm run imports: holds the import rules against every file.
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { IMPORT_RULES } from './import-rules.ts';

const FLOORS = ['shared', 'electron', 'renderer', 'bench', 'build', 'e2e'];

const { output } = await cruise(FLOORS, {
  ruleSet: { forbidden: [...IMPORT_RULES] },
  validate: true,
  // TypeScript 7 offers no compiler API yet; swc reads the same syntax, type imports included.
  parser: 'swc',
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'types', 'default'],
  },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)out/|tsbuildinfo$' },
});
const { summary, modules } = output as ICruiseResult;
for (const { rule, from, to } of summary.violations) {
  process.stderr.write(`${rule.name}\n  ${from} → ${to}\n`);
}
process.stdout.write(`${modules.length} modules, ${summary.violations.length} violations\n`);
// A run that saw next to nothing must not pass for a clean one.
if (summary.violations.length > 0 || modules.length < 100) process.exitCode = 1;
