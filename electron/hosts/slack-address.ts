/** An address that stands in for Slack's, as a person typed it: with one slash at its end, or null. */
export function slackAddress(text: string): string | null {
  const isHttp = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isHttp ? `${text.replace(/\/+$/, '')}/` : null;
}
