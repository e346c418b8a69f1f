import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './button.module.css';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly type?: 'button' | 'submit';
  /** For a button that shows an icon alone. */
  readonly label?: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Whether what it opens and closes is open. */
  readonly isExpanded?: boolean;
  readonly onPress?: () => void;
  readonly className?: string;
};

const LOOKS = {
  primary: styles.primary,
  plain: '',
  quiet: styles.quiet,
  icon: `${styles.quiet} ${styles.icon}`,
};

export function Button(props: ButtonProps) {
  const { children, look = 'plain', type = 'button', label, hint, className = '' } = props;
  return (
    <AriaButton
      type={type}
      className={`${styles.button} ${LOOKS[look]} ${className}`}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
    >
      {children}
      {hint !== undefined && (
        <span className={styles.hint} aria-hidden="true">
          {hint}
        </span>
      )}
    </AriaButton>
  );
}
