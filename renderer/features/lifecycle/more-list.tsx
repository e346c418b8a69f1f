import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { LIFECYCLE_COMMANDS } from './lifecycle-commands.ts';
import styles from './more-menu.module.css';

export type MoreListProps = {
  readonly incident: IncidentViewT;
  readonly place: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** Loaded when it is first opened. */
export default function MoreList({ incident, place, onClose }: MoreListProps) {
  const { store } = useDesktop();
  const me = store.getState().settings?.me.ref ?? null;
  const commands = LIFECYCLE_COMMANDS.filter(
    ({ isInMenu, enabled }) => isInMenu && enabled(incident, me),
  );
  return (
    <Popover
      isOpen
      triggerRef={place}
      placement="bottom end"
      className={styles.popover ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        aria-label="More"
        autoFocus="first"
        className={styles.menu ?? ''}
        onAction={(key) => {
          onClose();
          commands.find(({ name }) => name === key)?.run(incident, store.getState());
        }}
      >
        {commands.map(({ name, label }) => (
          <MenuItem key={name} id={name} className={styles.item ?? ''}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
