/** `0.2.0`, and nothing more: what is not finished has a word behind it. */
const FINISHED = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/;

/** Whether a finished version comes after the one that runs. What cannot be read does not. */
export function isNewer(offered: string, current: string): boolean {
  const [there, here] = [numbersOf(offered), numbersOf(current.replace(/[-+].*$/, ''))];
  if (there === null || here === null) return false;
  const at = there.findIndex((number, index) => number !== here[index]);
  return at >= 0 && (there[at] ?? 0) > (here[at] ?? 0);
}

function numbersOf(version: string): readonly number[] | null {
  const [, ...numbers] = FINISHED.exec(version) ?? [];
  return numbers.length === 0 ? null : numbers.map(Number);
}
