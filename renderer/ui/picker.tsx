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
  /**
   * `inline`: in a line of text, without a frame, its label for screen readers alone. `value`: the same,
   * as small as the text it stands in.
   */
  readonly look?: 'field' | 'inline' | 'value';
  /** What is shown asks for a choice: nobody made one yet. */
  readonly isPrompt?: boolean;
  readonly isLabelHidden?: boolean;
};

const LOOKS = { field: '', inline: styles.inline, value: `${styles.inline} ${styles.small}` };

export function Picker(props: PickerProps) {
  const { label, choices, chosen, onChoose, look = 'field' } = props;
  const current = choices.find((choice) => choice.key === chosen);
  const isHidden = props.isLabelHidden ?? look !== 'field';
  return (
    <Select
      className={`${styles.picker} ${look === 'field' ? '' : styles.row}`}
      {...(isHidden ? { 'aria-label': label } : {})}
      value={current === undefined ? null : chosen}
      onChange={(key) => {
        if (key !== null && key !== chosen) onChoose(String(key));
      }}
    >
      {!isHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={`${styles.trigger} ${LOOKS[look]}`} data-prompt={props.isPrompt ?? false}>
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
      <ChoiceList choices={choices} chosen={chosen} />
    </Select>
  );
}

type ChoiceListProps = Pick<PickerProps, 'choices'> & { readonly chosen: string | null };

/** What there is to choose from, under whatever was pressed. */
export function ChoiceList({ choices, chosen }: ChoiceListProps) {
  return (
    <Popover className={styles.popover ?? ''} offset={4}>
      <ListBox className={styles.list ?? ''} items={choices} dependencies={[chosen]}>
        {(choice) => (
          <ListBoxItem id={choice.key} textValue={choice.name} className={styles.choice ?? ''}>
            {choice.mark}
            <bdi>{choice.name}</bdi>
            {choice.key === chosen && <Check {...ICON} className={styles.tick} />}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
