import { useEffect, useState } from 'react';
import { useDesktop } from '../state/desktop.tsx';

/** An image that is here as an address that an `img` can show; null until it is read. */
export function useImage(id: string): string | null {
  const { store } = useDesktop();
  const [read, setRead] = useState<{ readonly id: string; readonly address: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void store
      .getState()
      .imageOf(id)
      .then((answer) => {
        if (isWanted && answer.ok) setRead({ id, address: answer.value });
      });
    return () => {
      isWanted = false;
    };
  }, [store, id]);
  return read?.id === id ? read.address : null;
}
