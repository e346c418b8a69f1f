/** Slack takes 80 characters of `a-z0-9_-`. @see docs.slack.dev/reference/methods/conversations.create */
const SLACK_NAME_MAX = 80;
/** Room for `-2` and the like when a name is taken. */
const SUFFIX_ROOM = 3;

/**
 * The channel of an incident: `inc-7f3k-checkout-errors-in-eu`.
 * Accents are dropped; a name without a usable letter leaves the code alone.
 */
export function channelName(code: string, name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const whole = slug === '' ? code.toLowerCase() : `${code.toLowerCase()}-${slug}`;
  return whole.slice(0, SLACK_NAME_MAX - SUFFIX_ROOM).replace(/-+$/, '');
}
