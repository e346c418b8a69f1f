/** The beginning of a text, `max` UTF-16 units at most, and never half a character at its end. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const isHigh = /[\uD800-\uDBFF]/.test(text.charAt(max - 1));
  return text.slice(0, isHigh ? max - 1 : max);
}
