import { z } from 'zod';
import { DAY_MINUTES } from '../../domain/quiet-hours.ts';

const MinuteOfDay = z
  .int()
  .min(0, 'Choose a time of the day.')
  .max(DAY_MINUTES - 1, 'Choose a time of the day.');

/** When this person is not reminded of what can wait: minutes since midnight, in their zone. */
export const QuietHoursView = z.strictObject({
  from: MinuteOfDay,
  to: MinuteOfDay,
  weekends: z.boolean(),
});

/** A role as it is called here, with what it is there for. */
export const RoleTextView = z.object({ role: z.string(), name: z.string(), duty: z.string() });

export type RoleTextViewT = z.infer<typeof RoleTextView>;
