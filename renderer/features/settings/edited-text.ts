import { useState } from 'react';
import { useDraft } from '../draft.ts';

export type EditedText = {
  readonly text: string;
  readonly change: (text: string) => void;
  /** It is saved, or given up: nothing is kept beside what was there. */
  readonly forget: () => void;
};

/** A saved text that is being changed: what was typed outlives the page until it is saved too. */
export function useEditedText(key: string, saved: string): EditedText {
  const [draft, write] = useDraft(key);
  // An empty draft is none; but whoever empties the field sees it empty.
  const [isEmptied, setEmptied] = useState(false);
  return {
    text: draft === '' && !isEmptied ? saved : draft,
    change: (text) => {
      setEmptied(text === '');
      write(text === saved ? '' : text);
    },
    forget: () => {
      setEmptied(false);
      write('');
    },
  };
}
