import type { Density } from '#shared/domain/density.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { usePresses } from '../submit.ts';
import styles from './settings.module.css';

const DENSITIES = [
  { key: 'comfortable', name: 'Comfortable' },
  { key: 'compact', name: 'Compact' },
] as const;

/** How close lines stand. */
export function DensityChoice({ density }: { readonly density: Density }) {
  const { store } = useDesktop();
  const { problem, submit } = usePresses();
  return (
    <div className={styles.row}>
      <Segments
        label="Density"
        segments={DENSITIES}
        chosen={density}
        onChoose={(key) =>
          void submit(() => store.getState().change('desktop.set-density', { density: key }))
        }
      />
      {problem !== null && <Notice problem={problem} />}
    </div>
  );
}
