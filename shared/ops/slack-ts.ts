/**
 * Milliseconds since 1970 of a Slack `ts` (`1732154400.123456`). The digits after them only tell
 * messages of one channel apart.
 */
export function tsMs(ts: string): number {
  return Number(`${ts.slice(0, -7)}${ts.slice(-6, -3)}`);
}
