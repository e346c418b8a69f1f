import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import styles from './command-menu.module.css';

export type CommandMenuItem<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  /** The key that does the same, or null. */
  readonly key: string | null;
};

export type CommandMenuProps<Name extends string> = {
  readonly label: string;
  readonly items: readonly CommandMenuItem<Name>[];
  /** What it hangs from. */
  readonly place: RefObject<HTMLElement | null>;
  readonly onRun: (name: Name) => void;
  readonly onClose: () => void;
};

/** Commands for whoever points, beside the keys that do the same. */
export function CommandMenu<Name extends string>(props: CommandMenuProps<Name>) {
  const { label, items, place, onRun, onClose } = props;
  return (
    <Popover
      isOpen
      triggerRef={place}
      placement="bottom end"
      aria-label={label}
      className={styles.popover ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        className={styles.menu ?? ''}
        onAction={(chosen) => {
          onClose();
          const item = items.find(({ name }) => name === chosen);
          if (item !== undefined) onRun(item.name);
        }}
      >
        {items.map(({ name, label: said, key }) => (
          <MenuItem key={name} id={name} textValue={said} className={styles.item ?? ''}>
            <Text slot="label">{said}</Text>
            {key !== null && <kbd className={styles.key}>{key}</kbd>}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
