import { useEffect, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { createHintSource, type HintSource } from './editor/hint-source.ts';

/** The hints of an incident's post-mortem: those of this page until it is left. */
export function useHints({ people }: IncidentViewT): HintSource {
  const [source] = useState(() => createHintSource(() => undefined));
  useEffect(() => source.set({ names: people.map(({ name }) => name) }), [source, people]);
  return source;
}
