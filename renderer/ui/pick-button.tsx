import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { Select } from 'react-aria-components/Select';
import buttonStyles from './button.module.css';
import { type Choice, ChoiceList } from './picker.tsx';

export type PickButtonProps = {
  /** What it does: its name for screen readers, whole. */
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The one with the tick; null where there is none. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly look?: 'plain' | 'quiet' | 'icon';
  /** What it shows. */
  readonly children: ReactNode;
};

const LOOKS = {
  plain: '',
  quiet: buttonStyles.quiet,
  icon: `${buttonStyles.quiet} ${buttonStyles.icon}`,
};

/** A button that asks which one. */
export function PickButton(props: PickButtonProps) {
  const { label, choices, chosen, onChoose, look = 'quiet' } = props;
  const name = useId();
  return (
    <Select
      aria-label={label}
      value={chosen}
      onChange={(key) => {
        if (key !== null && key !== chosen) onChoose(String(key));
      }}
    >
      <span id={name} hidden>
        {label}
      </span>
      <Button aria-labelledby={name} className={`${buttonStyles.button} ${LOOKS[look]}`}>
        {props.children}
      </Button>
      <ChoiceList choices={choices} chosen={chosen} />
    </Select>
  );
}
