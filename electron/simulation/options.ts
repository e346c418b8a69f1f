import { parseArgs } from 'node:util';
import { type Fault, faultsNamed } from './faults.ts';

/** What the command line asks for. */
export type Asked =
  | { readonly kind: 'faults' | 'plants' | 'help' }
  | { readonly kind: 'mistake'; readonly message: string }
  | ({ readonly kind: 'run' } & RunOptions);

export type RunOptions = {
  readonly seed: number;
  /** How many seeds, from the first on. */
  readonly seeds: number;
  /** Real seconds after which no further seed is begun. */
  readonly within: number;
  readonly desktops: number;
  readonly ops: number;
  /** As it was written. */
  readonly faultsText: string;
  readonly faults: readonly Fault[];
  readonly plant: string | null;
  readonly json: boolean;
  readonly trace: boolean;
};

export const HELP = `npm run simulate -- [--seed S] [--seeds COUNT] [--within SECONDS] [--desktops N] [--ops M] [--faults all|none|LIST]
                     [--plant NAME] [--json] [--trace]

Runs several desktops on one simulated Slack, lets people work and things go wrong, and compares
at the end what everybody holds. The same seed gives the same run.

  --seed S       the seed; 1 when not said
  --seeds COUNT  that many seeds, S and those after it
  --within S     begins no further seed after so many real seconds
  --desktops N   5 when not said
  --ops M        how much people do; 300 when not said
  --faults LIST  names with commas between, all, or none; "--faults list" tells them
  --plant NAME   with a deliberate bug in the engine; "--plant list" tells them
  --json         one JSON object instead of words
  --trace        every event, a line each
`;

const NO_END = 999_999_999;

export function readOptions(args: readonly string[]): Asked {
  const values = parsed(args);
  if (typeof values === 'string') return { kind: 'mistake', message: values };
  if (values.help === true) return { kind: 'help' };
  if (values.faults === 'list') return { kind: 'faults' };
  if (values.plant === 'list') return { kind: 'plants' };
  const faultsText = values.faults ?? 'all';
  const named = faultsNamed(faultsText);
  if ('unknown' in named) {
    return {
      kind: 'mistake',
      message: `There is no fault "${named.unknown}". --faults list tells them.`,
    };
  }
  const numbers = { seed: 1, seeds: 1, within: NO_END, desktops: 5, ops: 300 };
  for (const key of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const text = values[key];
    if (text === undefined) continue;
    if (!/^\d{1,9}$/.test(text)) {
      return { kind: 'mistake', message: `--${key} takes a whole number, not "${text}".` };
    }
    numbers[key] = Number(text);
  }
  if (numbers.desktops < 1 || numbers.seeds < 1) {
    return { kind: 'mistake', message: 'At least one desktop and one seed are needed.' };
  }
  return {
    kind: 'run',
    ...numbers,
    faultsText,
    faults: named.faults,
    plant: values.plant ?? null,
    json: values.json === true,
    trace: values.trace === true,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        seeds: { type: 'string' },
        within: { type: 'string' },
        desktops: { type: 'string' },
        ops: { type: 'string' },
        faults: { type: 'string' },
        plant: { type: 'string' },
        json: { type: 'boolean' },
        trace: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The one line that runs a seed again. */
export function replayLine(options: Omit<RunOptions, 'seeds' | 'within'>): string {
  const { seed, desktops, ops, faultsText, plant } = options;
  const planted = plant === null ? '' : ` --plant ${plant}`;
  return `npm run simulate -- --seed ${seed} --desktops ${desktops} --ops ${ops} --faults ${faultsText}${planted}`;
}
