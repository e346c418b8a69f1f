import type { Taking } from '../../state/state.ts';

type Counts = Pick<NonNullable<Taking['imported']>, 'ops' | 'messages'>;

/** What an incident file brought that was not here before. */
export function broughtWords({ ops, messages }: Counts): string {
  const parts = [
    ...(ops > 0 ? [counted(ops, 'change')] : []),
    ...(messages > 0 ? [counted(messages, 'Slack message')] : []),
  ];
  if (parts.length === 0) return 'Nothing new: all of it was here already.';
  return `Merged: ${parts.join(' and ')} that ${ops + messages === 1 ? 'was' : 'were'} not here.`;
}

const counted = (count: number, what: string) =>
  count === 1 ? `1 ${what}` : `${count.toLocaleString('en')} ${what}s`;
