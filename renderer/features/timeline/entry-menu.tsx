import { useRef } from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { CommandMenu } from '../../ui/command-menu.tsx';
import { ENTRY_COMMANDS, type EntryCommandName } from './entry-commands.ts';

export type EntryMenuProps = {
  readonly item: TimelineItemT;
  readonly button: HTMLElement;
  readonly onRun: (name: EntryCommandName) => void;
  readonly onClose: () => void;
};

/** The same commands as the keys. Loaded when it is first opened. */
export default function EntryMenu({ item, button, onRun, onClose }: EntryMenuProps) {
  const place = useRef(button);
  const items = ENTRY_COMMANDS.filter(({ enabled }) => enabled(item)).map(
    ({ name, label, keys }) => ({ name, label: label(item), key: keys?.[0] ?? null }),
  );
  return (
    <CommandMenu
      label="For this entry"
      items={items}
      place={place}
      onRun={onRun}
      onClose={onClose}
    />
  );
}
