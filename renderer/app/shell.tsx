import { lazy, Suspense, useEffect } from 'react';
import { DEFAULT_DENSITY } from '#shared/domain/density.ts';
import { BundleDrop } from '../features/bundle/bundle-drop.tsx';
import { DeclareSheet } from '../features/declare/declare-sheet.tsx';
import { DeskPane } from '../features/desk/desk-pane.tsx';
import { IncidentSheets } from '../features/incident/incident-sheets.tsx';
import { NewsToast } from '../features/news/news-toast.tsx';
import { useDesk, useDesktop } from '../state/desktop.tsx';
import type { Route } from '../state/route.ts';
import { selectConnection, selectRoute, selectSheet } from '../state/shell.ts';
import { declareIncident, openPalette } from './commands/commands.ts';
import { firstKey } from './commands/keys.ts';
import { KeysSheet } from './commands/keys-sheet.tsx';
import { PaletteSheet } from './commands/palette-sheet.tsx';
import { useKeys } from './commands/use-keys.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { DeedToast } from './deed-toast.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { FullPage } from './full-page.tsx';
import styles from './shell.module.css';

const loadIncidentPage = () => import('../features/incident/incident-page.tsx');
const IncidentPage = lazy(async () => ({ default: (await loadIncidentPage()).IncidentPage }));
const PostMortemPage = lazy(() => import('../features/post-mortem/post-mortem-page.tsx'));
const AllFollowUpsPage = lazy(() => import('../features/follow-up/all-follow-ups-page.tsx'));
const HudPage = lazy(() => import('../features/hud/hud-page.tsx'));
const QueuePage = lazy(() => import('../features/queue/queue-page.tsx'));
const DiagnosticsPage = lazy(() => import('../features/diagnostics/diagnostics-page.tsx'));
const BundleSheet = lazy(async () => ({
  default: (await import('../features/bundle/bundle-sheet.tsx')).BundleSheet,
}));
const SettingsPage = lazy(() => import('../features/settings/settings-page.tsx'));

/** The window: the Desk, what is open beside it, and what lies over both. */
export function Shell({ hasCommandKey }: { readonly hasCommandKey: boolean }) {
  const { store } = useDesktop();
  const route = useDesk(selectRoute);
  const connection = useDesk(selectConnection);
  useKeys(store, hasCommandKey);
  useIncidentPageSoon();
  useDensity();
  if (connection.kind === 'closed' && connection.reason === 'refused') {
    return (
      <FullPage title="This link has been used" text="Start Quarterdeck again with npm start." />
    );
  }
  if (route.page === 'hud') {
    return (
      <>
        {connection.kind === 'closed' && <ConnectionBanner />}
        <Suspense>
          <HudPage asked={route.incident} />
        </Suspense>
        <FaultNotice />
      </>
    );
  }
  return (
    <div className={styles.window}>
      {connection.kind === 'closed' && <ConnectionBanner />}
      <div className={styles.shell} data-page={route.page}>
        <DeskPane
          declareHint={firstKey(declareIncident, hasCommandKey) ?? ''}
          searchHint={firstKey(openPalette, hasCommandKey) ?? ''}
        />
        <Page route={route} />
      </div>
      <Sheets hasCommandKey={hasCommandKey} />
      <BundleDrop />
      <DeedToast route={route} />
      <NewsToast />
      <FaultNotice />
    </div>
  );
}

function Page({ route }: { readonly route: Route }) {
  if (route.page === 'desk') return null;
  return (
    <main className={styles.main}>
      <Suspense>
        <OnePage route={route} />
      </Suspense>
    </main>
  );
}

function OnePage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'incident':
      return <IncidentPage id={route.incident} />;
    case 'post-mortem':
      return <PostMortemPage key={route.incident} id={route.incident} />;
    case 'queue':
      return <QueuePage />;
    case 'follow-ups':
      return <AllFollowUpsPage />;
    case 'diagnostics':
      return <DiagnosticsPage />;
    default:
      return <SettingsPage />;
  }
}

/** The incident's page is fetched before anybody opens it, but not before the Desk is there. */
function useIncidentPageSoon(): void {
  const isSoon = useDesk(
    ({ desk, sheet }) =>
      sheet === 'declare' || (desk !== null && desk.active.length + desk.after.length > 0),
  );
  useEffect(() => {
    if (isSoon) void loadIncidentPage();
  }, [isSoon]);
}

/** Every size hangs on it: it stands at the root, where tokens.css looks for it. */
function useDensity(): void {
  const density = useDesk((state) => state.settings?.density ?? DEFAULT_DENSITY);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}

function Sheets({ hasCommandKey }: { readonly hasCommandKey: boolean }) {
  const { store } = useDesktop();
  const sheet = useDesk(selectSheet);
  const close = () => store.getState().showSheet(null);
  switch (sheet) {
    case null:
      return null;
    case 'declare':
      return <DeclareSheet onClose={close} onDeclared={close} />;
    case 'bundle':
      return (
        <Suspense>
          <BundleSheet onClose={close} />
        </Suspense>
      );
    case 'keys':
      return <KeysSheet hasCommandKey={hasCommandKey} onClose={close} />;
    case 'palette':
      return <PaletteSheet hasCommandKey={hasCommandKey} onClose={close} />;
    default:
      return <IncidentSheets sheet={sheet} onClose={close} />;
  }
}
