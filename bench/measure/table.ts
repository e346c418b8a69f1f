import type { Judged } from './figure.ts';

const WIDTHS = [22, 14, 14, 8, 8, 10, 6] as const;
const COLUMNS = ['bench', 'measured', 'baseline', 'unit', 'ratio', 'goal', 'met'] as const;

export const HEAD = row(COLUMNS);

/** One line of the table. */
export function tableLine({ name, value, baseline, unit, ratio, goal, met }: Judged): string {
  return row([name, short(value), short(baseline), unit, short(ratio), goal, met ? 'yes' : 'NO']);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, i) => {
      const width = WIDTHS[i] ?? 0;
      return i === 1 || i === 2 || i === 4 ? `${cell.padStart(width - 2)}  ` : cell.padEnd(width);
    })
    .join('')
    .trimEnd();
}

/** Three significant digits are more than a noisy machine can promise. */
function short(n: number): string {
  if (n >= 1_000) return Math.round(n).toLocaleString('en');
  return n.toPrecision(3);
}
