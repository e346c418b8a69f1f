import { FileInput, ListTodo, Plus, Search, Settings } from 'lucide-react';
import { selectDesk, selectDeskProblem } from '../../state/desk.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRoute } from '../../state/shell.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import styles from './desk.module.css';
import { DeskEmpty } from './desk-empty.tsx';
import { DeskLists } from './desk-lists.tsx';
import { DeskLoading } from './desk-loading.tsx';

/** The keys that stand beside the buttons. */
export type DeskPaneProps = { readonly declareHint: string; readonly searchHint: string };

/** The Desk: the whole window when nothing is open, the rail beside what is. */
export function DeskPane({ declareHint, searchHint }: DeskPaneProps) {
  const { store } = useDesktop();
  const desk = useDesk(selectDesk);
  const problem = useDesk(selectDeskProblem);
  const route = useDesk(selectRoute);
  const isWide = route.page === 'desk';
  const isCalm = desk !== null && desk.active.length === 0;
  const hasNone = isCalm && desk.after.length + desk.recent.length === 0;
  return (
    <section
      className={styles.pane}
      role={isWide ? 'main' : 'navigation'}
      aria-label="Desk"
      data-wide={isWide}
    >
      <div className={styles.column}>
        <header className={styles.head}>
          {isWide ? (
            <h1 className={styles.title}>Desk</h1>
          ) : (
            <a className={styles.title} href="#/">
              Desk
            </a>
          )}
          {isWide && (
            <div className={styles.tools}>
              <SyncStatus />
              <FollowUpsLink isHere={false} />
              <SettingsLink isHere={false} />
            </div>
          )}
        </header>
        <div className={styles.declare}>
          <Button
            look="primary"
            hint={declareHint}
            onPress={() => store.getState().showSheet('declare')}
          >
            <Plus {...ICON} />
            Declare incident
          </Button>
          <Button
            look="quiet"
            className={styles.search ?? ''}
            hint={searchHint}
            onPress={() => store.getState().showSheet('palette')}
          >
            <Search {...ICON} />
            Search
          </Button>
        </div>
        {isWide && desk !== null && desk.notice !== null && (
          <Notice problem={desk.notice} role="note" />
        )}
        {problem !== null && problem.code !== 'engine_stopped' && (
          <Notice problem={problem}>
            <Button onPress={() => void store.getState().refreshDesk()}>Try again</Button>
          </Notice>
        )}
        {desk === null && problem === null && <DeskLoading isWide={isWide} />}
        {isCalm && <DeskEmpty isFirst={hasNone} isQuiet={!isWide} />}
        {desk !== null && !hasNone && (
          <DeskLists desk={desk} opened={route.page === 'incident' ? route.incident : null} />
        )}
        {isWide && desk !== null && (
          <div className={styles.below}>
            <Button look="quiet" onPress={() => store.getState().showSheet('bundle')}>
              <FileInput {...ICON} />
              Open an incident file
            </Button>
          </div>
        )}
        {!isWide && (
          <footer className={styles.foot}>
            <FollowUpsLink isHere={route.page === 'follow-ups'} />
            <SettingsLink isHere={route.page === 'settings'} />
          </footer>
        )}
      </div>
    </section>
  );
}

function FollowUpsLink({ isHere }: { readonly isHere: boolean }) {
  return (
    <a className={styles.settings} href="#/follow-ups" aria-current={isHere ? 'page' : undefined}>
      <ListTodo {...ICON} />
      All follow-ups
    </a>
  );
}

function SettingsLink({ isHere }: { readonly isHere: boolean }) {
  return (
    <a className={styles.settings} href="#/settings" aria-current={isHere ? 'page' : undefined}>
      <Settings {...ICON} />
      Settings
    </a>
  );
}
