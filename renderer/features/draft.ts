import { useEffect, useState } from 'react';
import { useDesktop } from '../state/desktop.tsx';

/** Text that is being typed; kept until it is saved, also through a restart. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const { drafts } = useDesktop();
  const [text, setText] = useState(() => drafts.read(key));
  useEffect(
    () => drafts.onRead(() => setText((now) => (now === '' ? drafts.read(key) : now))),
    [drafts, key],
  );
  const write = (next: string) => {
    setText(next);
    drafts.write(key, next);
  };
  return [text, write];
}
