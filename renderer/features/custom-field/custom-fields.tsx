import { useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { FieldViewT } from '#shared/contract/views/record.ts';
import type { PersonViewT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Fact, Facts } from '../../ui/fact.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Choice, Picker } from '../../ui/picker.tsx';
import type { Problem } from '../../ui/problem.ts';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';

export type CustomFieldsProps = {
  readonly incident: IncidentId;
  readonly fields: readonly FieldViewT[];
  readonly people: readonly PersonViewT[];
};

/** What the team wants to know of every incident besides; nothing where it asks nothing. */
export function CustomFields({ incident, fields, people }: CustomFieldsProps) {
  const me = useDesk(selectMyRef);
  const change = useChange();
  const [problem, setProblem] = useState<Problem | null>(null);
  if (fields.length === 0) return null;
  return (
    <Section title="Fields">
      <Facts>
        {fields.map((field) => (
          <Fact key={field.id} name={field.name}>
            <FieldValue
              field={field}
              choices={peopleChoices(people, me)}
              onSave={(value) => change('field.set', { incident, field: field.id, value })}
              onChoose={async (value) =>
                setProblem(await change('field.set', { incident, field: field.id, value }))
              }
            />
          </Fact>
        ))}
      </Facts>
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

const EMPTY = '';
const PROMPTS: Readonly<Record<string, string>> = {
  number: 'A number',
  link: 'https://…',
  date: '2026-11-21',
};

type FieldValueProps = {
  readonly field: FieldViewT;
  /** Whom a field about a person can name. */
  readonly choices: readonly Choice[];
  /** For what is written: resolves to what stood in the way. */
  readonly onSave: (value: string | number | null) => Promise<Problem | null>;
  readonly onChoose: (value: string | null) => Promise<void>;
};

function FieldValue({ field, choices, onSave, onChoose }: FieldValueProps) {
  const { name, type, value, options, person } = field;
  if (type === 'user') {
    return (
      <Picker
        label={name}
        look="value"
        choices={choices}
        chosen={chosenKey(person)}
        unlisted={person?.name ?? 'Nobody'}
        isPrompt={person === null}
        onChoose={(key) => void onChoose(chosenRef(key))}
      />
    );
  }
  if (type === 'select') {
    return (
      <Picker
        label={name}
        look="value"
        choices={[...options.map((key) => ({ key, name: key })), { key: EMPTY, name: 'None' }]}
        chosen={value === null ? EMPTY : String(value)}
        isPrompt={value === null}
        onChoose={(key) => void onChoose(key === EMPTY ? null : key)}
      />
    );
  }
  return (
    <InlineText
      label={name}
      prompt={PROMPTS[type] ?? 'Not filled in'}
      value={value === null ? '' : String(value)}
      isMultiline={type === 'text'}
      onSave={(text) => onSave(typed(type, text))}
    />
  );
}

/** A number where the field takes one; what is no number is left for the engine to refuse in words. */
function typed(type: string, text: string): string | number | null {
  if (text.trim() === '') return null;
  const number = Number(text);
  return type === 'number' && Number.isFinite(number) ? number : text;
}
