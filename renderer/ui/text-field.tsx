import type { KeyboardEvent, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { Problem } from './problem.ts';
import styles from './text-field.module.css';

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands in the way, said at the field. */
  readonly problem: Problem | null;
  readonly isLabelHidden?: boolean;
  readonly isLarge?: boolean;
  readonly isSecret?: boolean;
  /** Grows with its text; Enter is the owner's matter. */
  readonly isMultiline?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
  /** The caret moved. */
  readonly onSelect?: () => void;
  /** The open list of how the text can go on, and which entry of it is meant: their ids. */
  readonly completions?: { readonly list: string; readonly active: string } | null;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  /** A name by which a shortcut finds it. */
  readonly shortcut?: string;
};

export function TextField(props: TextFieldProps) {
  const { label, value, problem } = props;
  const look = `${styles.input} ${props.isLarge ? styles.large : ''}`;
  const shared = {
    placeholder: props.placeholder ?? '',
    'data-shortcut': props.shortcut,
    ...(props.inputRef === undefined ? {} : { ref: props.inputRef }),
    ...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown }),
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
    ...(props.onSelect === undefined ? {} : { onSelect: props.onSelect }),
    ...completing(props.completions),
  };
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={props.onChange}
      isInvalid={problem !== null}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      type={props.isSecret ? 'password' : 'text'}
      autoComplete="off"
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!props.isLabelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      {props.isMultiline ? (
        <TextArea {...shared} rows={1} className={`${look} ${styles.grows}`} />
      ) : (
        <Input {...shared} className={look} />
      )}
      <FieldError className={styles.error ?? ''}>
        {problem === null ? null : (
          <>
            <bdi>{problem.message}</bdi> {problem.hint !== undefined && <bdi>{problem.hint}</bdi>}
          </>
        )}
      </FieldError>
    </AriaTextField>
  );
}

function completing(completions: TextFieldProps['completions']) {
  if (completions === undefined) return {};
  const closed = { 'aria-autocomplete': 'list' } as const;
  if (completions === null) return closed;
  const { list, active } = completions;
  return { ...closed, 'aria-controls': list, 'aria-activedescendant': active };
}
