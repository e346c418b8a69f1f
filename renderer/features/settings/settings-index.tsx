import { type RefObject, useEffect, useState } from 'react';
import styles from './settings-index.module.css';

type Entry = { readonly id: string; readonly title: string };

export type SettingsIndexProps = {
  /** What holds the sections. */
  readonly within: RefObject<HTMLElement | null>;
};

/**
 * Every section of the page by its name, in its order; a press goes there. Read from the page itself,
 * so that no section can be missing, or be named otherwise than it is.
 */
export function SettingsIndex({ within }: SettingsIndexProps) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    const page = within.current;
    if (page === null) return;
    const read = () => setEntries((known) => sameOr(known, headingsIn(page)));
    read();
    const watch = new MutationObserver(read);
    watch.observe(page, { childList: true });
    return () => watch.disconnect();
  }, [within]);
  const go = ({ id }: Entry) => {
    const heading = document.getElementById(id);
    if (heading === null) return;
    heading.scrollIntoView({ block: 'start' });
    // For the keyboard: the next Tab is the section's first control.
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.index} aria-label="Sections">
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => go(entry)}>
              {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function headingsIn(page: HTMLElement): readonly Entry[] {
  const headings = [...page.querySelectorAll(':scope > section > h2[id]')];
  return headings.map(({ id, textContent }) => ({ id, title: textContent ?? '' }));
}

function sameOr(known: readonly Entry[], found: readonly Entry[]): readonly Entry[] {
  return JSON.stringify(known) === JSON.stringify(found) ? known : found;
}
