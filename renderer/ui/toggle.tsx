import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import styles from './toggle.module.css';

export type ToggleProps = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

/** Something that is done, or not. */
export function Checkbox({ isOn, onChange, children }: ToggleProps) {
  return (
    <AriaCheckbox className={styles.toggle ?? ''} isSelected={isOn} onChange={onChange}>
      <span className={styles.box}>
        <Check size={12} strokeWidth={3} aria-hidden="true" />
      </span>
      {children}
    </AriaCheckbox>
  );
}

/** Something that is in force, or not. */
export function Switch({ isOn, onChange, children }: ToggleProps) {
  return (
    <AriaSwitch className={styles.toggle ?? ''} isSelected={isOn} onChange={onChange}>
      <span className={styles.track} />
      {children}
    </AriaSwitch>
  );
}
