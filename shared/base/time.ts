/** The last moment a stamp can hold (9 digits of base 36), in the year 5188. */
const LAST = 36 ** 9 - 1;

/** Whether a value is a moment: whole ms since 1970 that dates and stamps can hold. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST;
}
