import { ENTRY_COMMANDS } from '../../features/timeline/entry-commands.ts';
import { SUGGESTION_KEYS } from '../../features/timeline/suggestion-keys.ts';
import { keyLabel } from '../../ui/key-label.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { COMMANDS } from './commands.ts';
import styles from './keys-sheet.module.css';

export type KeysSheetProps = { readonly hasCommandKey: boolean; readonly onClose: () => void };

/** Keys that are known wherever there is a list or a field. */
const EVERYWHERE = [
  [SUGGESTION_KEYS.add.toUpperCase(), 'Add a suggested message'],
  [SUGGESTION_KEYS.dismiss.toUpperCase(), 'Not for the timeline, of a suggested message'],
  ['↑ ↓', 'Along a list'],
  ['Home End', 'To the beginning or the end of the timeline'],
  ['Enter', 'Open, or save'],
  ['F8', 'The next hint in a post-mortem'],
  ['Shift Enter', 'New line in a note'],
] as const;

export function KeysSheet({ hasCommandKey, onClose }: KeysSheetProps) {
  const rows = COMMANDS.filter(({ keys }) => keys.length > 0).map(
    ({ keys, label }) => [keys.map((key) => keyLabel(key, hasCommandKey)), label] as const,
  );
  const ofEntries = ENTRY_COMMANDS.flatMap(({ keys, about }) =>
    keys === null ? [] : [[[keyLabel(keys[0], hasCommandKey)], about] as const],
  );
  return (
    <Sheet title="Keys" onClose={onClose}>
      <dl className={styles.keys}>
        {[...rows, ...ofEntries, ...EVERYWHERE.map(([key, label]) => [[key], label] as const)].map(
          ([keys, label]) => (
            <div key={label} className={styles.row}>
              <dt>{label}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ),
        )}
      </dl>
    </Sheet>
  );
}
