import { MINUTE } from '#shared/base/duration.ts';
import type { CallUse } from '../controls.ts';
import type { CallMeter } from '../transport.ts';

type Tally = { readonly recent: number[]; total: number; limited: number };

/**
 * Counts the calls of this start, for whoever looks into what is slow, and passes them on.
 * @param now ms since 1970
 */
export function createCallTally(
  now: () => number,
  onward: CallMeter,
): { readonly meter: CallMeter; readonly use: () => readonly CallUse[] } {
  const tallies = new Map<string, Tally>();
  const tallyOf = (method: string): Tally => {
    const tally = tallies.get(method) ?? { recent: [], total: 0, limited: 0 };
    tallies.set(method, tally);
    return tally;
  };
  const drop = ({ recent }: Tally) => {
    const [from, to] = [now() - MINUTE, now()];
    // A clock that was set back leaves calls in the future: they are none of this minute.
    const kept = recent.filter((at) => at > from && at <= to);
    recent.splice(0, recent.length, ...kept);
  };
  const lastAt = new Map<string, number>();
  return {
    meter: {
      took: (method) => {
        const tally = tallyOf(method);
        drop(tally);
        tally.recent.push(now());
        tally.total += 1;
        lastAt.set(method, now());
        onward.took(method);
      },
      limited: (method) => {
        tallyOf(method).limited += 1;
        onward.limited(method);
      },
    },
    use: () =>
      [...tallies].sort().map(([method, tally]) => {
        drop(tally);
        const { recent, total, limited } = tally;
        return {
          method,
          lastMinute: recent.length,
          total,
          limited,
          lastAt: lastAt.get(method) ?? 0,
        };
      }),
  };
}
