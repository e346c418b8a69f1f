import type { TimelineItemT } from '#shared/contract/views.ts';

/** What a person can do with the line that is selected. */
export type EntryCommandName =
  | 'details'
  | 'edit'
  | 'time'
  | 'pin'
  | 'hide'
  | 'use-slack'
  | 'keep-ours'
  | 'open-slack';

export type EntryCommand = {
  readonly name: EntryCommandName;
  readonly label: (item: TimelineItemT) => string;
  /** In the list of keys, where no line is at hand. */
  readonly about: string;
  /** The first is shown; null: in the menu only. */
  readonly keys: readonly [string, ...string[]] | null;
  readonly enabled: (item: TimelineItemT) => boolean;
};

const isSaid = (item: TimelineItemT) => item.kind !== 'change';
const isChanged = (item: TimelineItemT) => item.kind === 'note' && (item.slack?.changed ?? false);
const isOfSlack = (item: TimelineItemT) =>
  item.kind === 'message' || (item.kind === 'note' && item.slack !== null);

/** Menu, keys and the list of keys all read this. */
export const ENTRY_COMMANDS: readonly EntryCommand[] = [
  {
    name: 'details',
    label: () => 'Details',
    about: 'Details of an entry',
    keys: ['Enter', ' '],
    enabled: () => true,
  },
  {
    name: 'pin',
    label: (item) => {
      if (item.kind === 'message') return 'Add to timeline';
      return item.marker === null ? 'Mark as key moment' : 'Take the mark off';
    },
    about: 'Add a message, or mark an entry',
    keys: ['P'],
    enabled: () => true,
  },
  {
    name: 'edit',
    label: () => 'Edit',
    about: 'Edit an entry',
    keys: ['E'],
    enabled: isSaid,
  },
  {
    name: 'time',
    label: () => 'Change the time',
    about: 'Change the time of an entry',
    keys: ['T'],
    enabled: isSaid,
  },
  {
    name: 'use-slack',
    label: () => 'Use Slack’s text',
    about: 'Use Slack’s text of a changed message',
    keys: ['S'],
    enabled: isChanged,
  },
  {
    name: 'keep-ours',
    label: () => 'Keep ours',
    about: 'Keep our text of a changed message',
    keys: null,
    enabled: isChanged,
  },
  {
    name: 'open-slack',
    label: () => 'Open in Slack',
    about: 'Open a message in Slack',
    keys: ['O'],
    enabled: isOfSlack,
  },
  {
    name: 'hide',
    label: (item) => (item.hidden ? 'Show again' : 'Hide'),
    about: 'Hide an entry, or show it again',
    keys: ['X'],
    enabled: () => true,
  },
];

/** The command of a key on a line, whether or not that line can take it; null where there is none. */
export function entryCommandFor(key: string): EntryCommand | null {
  const pressed = key.length === 1 ? key.toUpperCase() : key;
  return ENTRY_COMMANDS.find(({ keys }) => keys?.includes(pressed) ?? false) ?? null;
}

/** Where a message is in Slack; null where the workspace's address is not known. */
export function slackAddress(item: TimelineItemT, teamUrl: string | null): string | null {
  const place =
    item.kind === 'message'
      ? { channel: item.channel, ts: item.id }
      : item.kind === 'note'
        ? item.slack
        : null;
  if (teamUrl === null || place === null) return null;
  return `${teamUrl.replace(/\/$/, '')}/archives/${place.channel}/p${place.ts.replace('.', '')}`;
}
