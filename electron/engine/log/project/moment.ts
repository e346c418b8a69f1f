import { type Stamp, stampMs } from '#shared/ops/stamp.ts';

/** The wall clock part of a stamp, ms since 1970. */
export const msOf = (stamp: Stamp | null): number | null =>
  stamp === null ? null : stampMs(stamp);
