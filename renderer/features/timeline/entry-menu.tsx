import { useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { ENTRY_COMMANDS, type EntryCommandName } from './entry-commands.ts';
import styles from './entry-menu.module.css';

export type EntryMenuProps = {
  readonly item: TimelineItemT;
  readonly button: HTMLElement;
  readonly onRun: (name: EntryCommandName) => void;
  readonly onClose: () => void;
};

/** The same commands as the keys, for whoever points. Loaded when it is first opened. */
export default function EntryMenu({ item, button, onRun, onClose }: EntryMenuProps) {
  const trigger = useRef(button);
  const commands = ENTRY_COMMANDS.filter(({ enabled }) => enabled(item));
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="bottom end"
      className={styles.popover ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        aria-label="For this entry"
        autoFocus="first"
        className={styles.menu ?? ''}
        onAction={(key) => {
          const command = commands.find(({ name }) => name === key);
          onClose();
          if (command !== undefined) onRun(command.name);
        }}
      >
        {commands.map(({ name, label, keys }) => (
          <MenuItem key={name} id={name} textValue={label(item)} className={styles.item ?? ''}>
            <Text slot="label">{label(item)}</Text>
            {keys !== null && <kbd className={styles.key}>{keys[0]}</kbd>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
