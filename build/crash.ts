// npm run crash: desks as real processes, killed, starved of disk and put to sleep.
// A sample; --few is the smaller one of npm test, --all everything; --seed N for other moments. What
// else is given goes to Vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const { values, tokens } = parseArgs({
  options: {
    few: { type: 'boolean' },
    all: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
  },
  strict: false,
  tokens: true,
});
const own = new Set(['few', 'all', 'seed']);
const rest = tokens.flatMap((token) => {
  if (token.kind === 'positional') return [token.value];
  return token.kind === 'option' && !own.has(token.name) ? [argument(token)] : [];
});
process.exitCode = run();

function argument({ rawName, value }: { rawName: string; value?: string | undefined }): string {
  return value === undefined ? rawName : `${rawName}=${value}`;
}

function run(): number {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(ROOT, 'electron', 'crash', 'vitest.config.ts');
  const done = spawnSync(process.execPath, [vitest, 'run', `--config=${config}`, ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      QUARTERDECK_CRASH: values.all ? 'all' : values.few ? 'few' : 'some',
      QUARTERDECK_CRASH_SEED: String(values.seed),
    },
  });
  return done.status ?? 1;
}
