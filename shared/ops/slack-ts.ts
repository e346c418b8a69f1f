/**
 * Milliseconds since 1970 of a Slack `ts` (`1732154400.123456`). The digits after them only tell
 * messages of one channel apart.
 */
export function tsMs(ts: string): number {
  return Number(`${ts.slice(0, -7)}${ts.slice(-6, -3)}`);
}

/** A `ts` for a moment. @param ms since 1970 */
export function tsAt(ms: number): string {
  const whole = Math.max(0, Math.floor(ms));
  const digits = String(whole).padStart(13, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}000`;
}
