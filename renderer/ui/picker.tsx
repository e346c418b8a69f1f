import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { ICON } from './icon.ts';
import styles from './picker.module.css';

export type Choice = {
  readonly key: string;
  readonly name: string;
  /** Stands before the name. */
  readonly mark?: ReactNode;
};

export type PickerProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  /** What is shown when the chosen key is none of the choices. */
  readonly unlisted?: string;
  readonly onChoose: (key: string) => void;
  /** `inline`: in a line of text, without a frame, its label for screen readers alone. */
  readonly look?: 'field' | 'inline';
  readonly isLabelHidden?: boolean;
};

export function Picker(props: PickerProps) {
  const { label, choices, chosen, onChoose, look = 'field' } = props;
  const current = choices.find((choice) => choice.key === chosen);
  const isHidden = props.isLabelHidden ?? look === 'inline';
  return (
    <Select
      className={`${styles.picker} ${look === 'inline' ? styles.row : ''}`}
      {...(isHidden ? { 'aria-label': label } : {})}
      value={current === undefined ? null : chosen}
      onChange={(key) => {
        if (key !== null && key !== chosen) onChoose(String(key));
      }}
    >
      {!isHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={`${styles.trigger} ${look === 'inline' ? styles.inline : ''}`}>
        <SelectValue className={styles.value ?? ''}>
          {() => (
            <>
              {current?.mark}
              <bdi>{current?.name ?? props.unlisted ?? chosen}</bdi>
            </>
          )}
        </SelectValue>
        <ChevronDown {...ICON} className={styles.chevron} />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.key} textValue={choice.name} className={styles.choice ?? ''}>
              {choice.mark}
              <bdi>{choice.name}</bdi>
              {choice.key === chosen && <Check {...ICON} className={styles.tick} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
