import { Download, Ellipsis } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './more-menu.module.css';

const MoreList = lazy(() => import('./more-list.tsx'));

/** What is done about an incident as a whole, out of the way until it is wanted. */
export function MoreMenu({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span ref={place} className={styles.place}>
      <Button
        look="icon"
        label="Export"
        onPress={() => store.getState().showSheet({ kind: 'export' })}
      >
        <Download {...ICON} />
      </Button>
      <Button look="icon" label="More" isExpanded={isOpen} onPress={() => setOpen(true)}>
        <Ellipsis {...ICON} />
      </Button>
      {isOpen && (
        <Suspense>
          <MoreList incident={incident} place={place} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
