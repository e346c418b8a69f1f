import { X } from 'lucide-react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectNews } from '../../state/nudges.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './news-toast.module.css';

/** What concerns whoever sits here, told by the page where the system tells nothing. */
export function NewsToast() {
  const { store } = useDesktop();
  const news = useDesk(selectNews);
  const last = news.at(-1);
  const putAway = () => store.getState().putNewsAway();
  const [incident, ...others] = new Set(news.map((one) => one.incident));
  const open = (where: IncidentId) => {
    store.getState().go({ page: 'incident', incident: where });
    putAway();
  };
  return (
    <div className={styles.place} role="status" aria-label="News">
      {last !== undefined && (
        <p className={styles.notice}>
          <bdi>
            {news.length > 1 && `${news.length} things concern you. Last `}
            {last.code}: {last.text}
          </bdi>
          {incident !== undefined && others.length === 0 && (
            <Button onPress={() => open(incident)}>Open</Button>
          )}
          <Button look="icon" label="Put away" onPress={putAway}>
            <X {...ICON} />
          </Button>
        </p>
      )}
    </div>
  );
}
