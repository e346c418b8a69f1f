import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { assertNever } from '#shared/base/assert.ts';
import { selectDesk } from '../../state/desk.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './palette.module.css';
import { type Offer, type PaletteItem, paletteItems } from './palette-items.ts';
import { PaletteRow } from './palette-row.tsx';
import { useSearch } from './use-search.ts';

export type PaletteProps = {
  readonly offers: readonly Offer[];
  /** Called with a command's name when the palette has gone. */
  readonly onRun: (name: string) => void;
  readonly onClose: () => void;
};

const GROUPS = { command: 'Commands', incident: 'Incidents', hit: 'Found' } as const;

/** Every command, every incident, and all that was written: the keyboard alone. */
export function Palette({ offers, onRun, onClose }: PaletteProps) {
  const { store } = useDesktop();
  const desk = useDesk(selectDesk);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, said } = useSearch(typed);
  const items = paletteItems(typed, offers, desk, found);
  const chosen = Math.min(at, items.length - 1);
  const list = useId();

  const open = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    const { seek } = store.getState();
    switch (item.kind) {
      case 'command':
        return onRun(item.offer.name);
      case 'incident':
        return seek(item.row.id, null);
      case 'hit': {
        const { kind, incident, at: moment, id } = item.hit;
        if (kind === 'post_mortem') return store.getState().go({ page: 'post-mortem', incident });
        return seek(incident, kind === 'incident' ? null : { at: moment, line: id });
      }
      default:
        return assertNever(item);
    }
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(items[chosen]);
    else if (step !== null) setAt((chosen + step + items.length) % Math.max(1, items.length));
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.palette ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label="Search and commands">
          <div className={styles.head}>
            <Search {...ICON} />
            <input
              autoFocus
              type="search"
              aria-label="Search"
              aria-autocomplete="list"
              aria-controls={list}
              {...(chosen < 0 ? {} : { 'aria-activedescendant': `${list}-${chosen}` })}
              className={styles.input}
              placeholder="Search, or type a command"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={pressed}
            />
          </div>
          <PaletteList id={list} items={items} chosen={chosen} onOpen={open} />
          <p className={styles.foot} aria-live="polite">
            {said ?? (items.length === 0 ? NOTHING : OPERATORS)}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const NOTHING = 'Nothing found. Try fewer letters of a word, or fewer words.';
const OPERATORS = 'severity:major  status:fixing  lead:@me  after:2026-09-01  before:2026-10-01';

type PaletteListProps = {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  readonly chosen: number;
  readonly onOpen: (item: PaletteItem) => void;
};

function PaletteList({ id, items, chosen, onOpen }: PaletteListProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({
      block: 'nearest',
    });
  }, [id, chosen]);
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label="Results"
      // It scrolls, so the keyboard can stand in it.
      tabIndex={0}
      className={styles.list}
    >
      {items.map((item, index) => (
        <PaletteRow
          key={item.key}
          id={`${id}-${index}`}
          item={item}
          group={item.kind === items[index - 1]?.kind ? null : GROUPS[item.kind]}
          isChosen={index === chosen}
          onOpen={() => onOpen(item)}
        />
      ))}
    </div>
  );
}
