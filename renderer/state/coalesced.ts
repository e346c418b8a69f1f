/**
 * A task that may be asked for at any rate: it runs once at a time, and once more if it was asked
 * for meanwhile. What a caller awaits has therefore seen everything from before the call.
 */
export function coalesced(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await task();
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    if (running === null) running = run();
    else again = true;
    return running;
  };
}
