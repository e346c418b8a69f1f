import type { RefObject } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { CommandMenu } from '../../ui/command-menu.tsx';
import { LIFECYCLE_COMMANDS } from './lifecycle-commands.ts';

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
    <CommandMenu
      label="More"
      items={commands.map(({ name, label }) => ({ name, label, key: null }))}
      place={place}
      onRun={(chosen) =>
        commands.find(({ name }) => name === chosen)?.run(incident, store.getState())
      }
      onClose={onClose}
    />
  );
}
