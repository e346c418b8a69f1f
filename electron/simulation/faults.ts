/** Every way in which the simulated world goes wrong, by the name it has on the command line. */
export const FAULTS = {
  limited: 'Slack answers 429 and says for how long',
  'limited-unnamed': 'Slack answers 429 without a Retry-After',
  budget: 'Slack counts calls by method and minute, and posts by channel and second',
  'server-error': 'a 5xx, before or after Slack did its part',
  'slack-error': 'internal_error or fatal_error, before or after Slack did its part',
  'drop-before': 'the connection breaks before Slack did anything',
  'drop-after': 'the connection breaks after Slack did its part',
  hang: 'no answer ever, Slack did its part or not',
  slow: 'an answer that takes seconds, some past every timeout',
  stale: 'a read shows messages as they were seconds ago',
  repeated: 'a read answers with a page that was answered before',
  doubled: 'a proxy on the way sends a request twice',
  'short-pages': 'Slack gives fewer messages a page than it is asked for',
  portal: 'a sign-in page of the network answers with 200',
  redirect: 'a sign-in page of the network redirects',
  truncated: 'an answer is cut off in the middle',
  offline: 'a desktop has no network for a while',
  blackout: 'nobody has any network for a while',
  revoked: 'a token is revoked; its person pastes another one later',
  swapped: 'a person lets another use the desktop, who connects an account of their own',
  'signed-out': 'a person disconnects Slack and connects it later',
  scope: 'a token loses a right; its person pastes another one later',
  archived: 'somebody archives an incident channel; somebody unarchives it later',
  kicked: 'somebody is removed from a channel, or leaves; they are invited later',
  skew: 'a desktop has a clock that is minutes or hours off',
  jump: 'a clock is set forward or back by minutes or hours',
  sleep: 'a desktop sleeps for a while, or all of them for a night',
  crash: 'a desktop is killed at whatever point it has reached',
  restart: 'a desktop is quit and started again',
  'old-backup': 'the database is replaced by an older copy of itself; the journal is kept',
  'lost-database': 'the database is gone; the journal is kept',
  'no-metadata': 'Slack keeps no metadata of what a person posts, and says so or does not',
  rotation: 'a person signs in with tokens that end after minutes and are renewed on the way',
} as const;

export type Fault = keyof typeof FAULTS;

export const ALL_FAULTS = Object.keys(FAULTS) as readonly Fault[];

/** Faults of single calls: one of them may hit any call. The others come as spells or events. */
export const CALL_FAULTS = [
  'limited',
  'limited-unnamed',
  'server-error',
  'slack-error',
  'drop-before',
  'drop-after',
  'hang',
  'slow',
  'stale',
  'repeated',
  'doubled',
  'portal',
  'redirect',
  'truncated',
] as const satisfies readonly Fault[];
export type CallFault = (typeof CALL_FAULTS)[number];

/** Reads `all`, `none`, or names with commas between. Gives the first word that is none of them. */
export function faultsNamed(
  text: string,
): { readonly faults: readonly Fault[] } | { readonly unknown: string } {
  if (text === 'all') return { faults: ALL_FAULTS };
  if (text === 'none' || text === '') return { faults: [] };
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(FAULTS, name));
  return unknown === undefined ? { faults: names as Fault[] } : { unknown };
}
