import { useEffect, useState } from 'react';
import type { Doc } from 'yjs';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import {
  dismissedHints,
  keepDismissed,
  onDismissed,
} from '../../state/post-mortem/dismissed-hints.ts';
import { selectHintRules } from '../../state/settings.ts';
import { createHintSource, type HintSource } from './editor/hint-source.ts';

/** The hints of an incident's post-mortem, by this desktop's rules; what was dismissed is its own. */
export function useHints({ people }: IncidentViewT, doc: Doc): HintSource {
  const rules = useDesk(selectHintRules);
  const [source] = useState(() => createHintSource((key) => keepDismissed(doc, key)));
  useEffect(() => source.set({ names: people.map(({ name }) => name) }), [source, people]);
  useEffect(() => source.set({ rules: rules.filter(({ isOn }) => isOn) }), [source, rules]);
  useEffect(() => {
    const read = () => source.set({ dismissed: dismissedHints(doc) });
    read();
    return onDismissed(doc, read);
  }, [source, doc]);
  return source;
}
