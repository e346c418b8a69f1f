/** One measured thing beside its baseline of the same run. `ratio` is always `value / baseline`. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** Of `value` and `baseline` alike. */
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
};

/** What a figure should reach, in words, and whether it does. */
export type Judged = Figure & { readonly goal: string; readonly met: boolean };

/** A figure that should be at least `least` times its baseline: speeds. */
export function atLeast(least: number, figure: Omit<Figure, 'ratio'>): Judged {
  const ratio = figure.value / figure.baseline;
  return { ...figure, ratio, goal: `≥ ${least}x`, met: ratio >= least };
}

/** A figure that should be at most `most` times its baseline: times and sizes. */
export function atMost(most: number, figure: Omit<Figure, 'ratio'>): Judged {
  const ratio = figure.value / figure.baseline;
  return { ...figure, ratio, goal: `≤ ${most}x`, met: ratio <= most };
}

/** A figure whose baseline is a bound. */
export function within(figure: Omit<Figure, 'ratio'>): Judged {
  const { value, baseline, unit } = figure;
  return {
    ...figure,
    ratio: value / baseline,
    goal: `≤ ${baseline} ${unit}`,
    met: value <= baseline,
  };
}

/** A figure that should be below its baseline. */
export function below(figure: Omit<Figure, 'ratio'>): Judged {
  const ratio = figure.value / figure.baseline;
  return { ...figure, ratio, goal: '< 1x', met: ratio < 1 };
}

/** A figure that should exceed its baseline by `most` of its unit at most. */
export function withinMore(most: number, figure: Omit<Figure, 'ratio'>): Judged {
  const ratio = figure.value / figure.baseline;
  const met = figure.value - figure.baseline <= most;
  return { ...figure, ratio, goal: `≤ +${most} ${figure.unit}`, met };
}
