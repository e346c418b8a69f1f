import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/base/assert.ts';
import { DesktopContext } from '../state/desktop.tsx';
import { keptDrafts } from '../state/drafts.ts';
import { startStore } from '../state/store.ts';
import {
  after,
  browserAddress,
  browserClipboard,
  browserClock,
  browserDrafts,
  browserGivenFile,
  browserSaveFile,
  browserTransport,
  hasCommandKey,
  newId,
  watchFaults,
  watchNetwork,
} from './adapters.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

const place = document.getElementById('app');
invariant(place !== null, 'index.html has a place for the app');
const transport = browserTransport();
const clock = browserClock();
const { store } = startStore({ transport, address: browserAddress, newId, now: clock.now });
const { noteFault } = store.getState();
watchFaults((cause) => noteFault('event', cause));
watchNetwork(() => void store.getState().change('sync.retry', {}));
const drafts = keptDrafts({ transport, near: browserDrafts, after });
const desktop = {
  store,
  clock,
  after,
  newId,
  drafts,
  clipboard: browserClipboard,
  saveFile: browserSaveFile,
  givenFile: browserGivenFile,
  hasCommandKey,
};

createRoot(place).render(
  <StrictMode>
    <ErrorBoundary
      onReload={() => location.reload()}
      onFault={(cause) => noteFault('screen', cause)}
    >
      <DesktopContext value={desktop}>
        <Shell hasCommandKey={hasCommandKey} />
      </DesktopContext>
    </ErrorBoundary>
  </StrictMode>,
);
