import { MINUTE } from '#shared/base/duration.ts';
import type { Budget } from './budget.ts';
import type { Task } from './task.ts';

/** Stretches the intervals of what there is to read to what the budget has for them. */
export function paced(budget: Budget, wished: readonly Task[]): readonly Task[] {
  const isWatching = wished.some(({ purse }) => purse === 'screen');
  const shared = wished.filter(({ purse }) => purse === 'share');
  const demand = shared.reduce((sum, { every }) => sum + MINUTE / every, 0);
  const stretch = budget.stretch(demand, isWatching);
  const spare = budget.spare(demand, isWatching);
  return wished.map((task) => {
    if (task.purse === 'share') return { ...task, every: task.every * stretch };
    if (task.purse !== 'spare') return task;
    return { ...task, every: Math.max(task.every, spare), apart: spare };
  });
}
