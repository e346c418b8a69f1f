import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Context } from '../context.ts';
import type { Cancel } from '../ports.ts';
import { inTransaction } from '../store/database.ts';
import { indexText, staleTexts, textCount } from '../store/post-mortem-search.ts';
import { contentOf, type Documents } from './documents.ts';
import { loadParts } from './parts.ts';

/** Words are found a moment after they came: nobody waits for that, and several come at once. */
const SOON_MS = 5 * SECOND;
/** What the last run left undone waits until the first screen is there. */
const AT_START_MS = 20 * SECOND;

/** Keeps the texts of post-mortems in the full text. */
export type TextIndex = {
  /** Something of an incident changed: what is new in its post-mortem is indexed soon. */
  readonly heard: (incident: IncidentId) => void;
  readonly stop: () => void;
};

/** @param context whose clock tells when, and whose database holds the index */
export function createTextIndex(
  { db, ports }: Pick<Context, 'db' | 'ports'>,
  open: Documents['open'],
): TextIndex {
  const waiting = new Map<IncidentId, Cancel>();
  /** How many texts of the log are in the index, as far as this run knows. */
  const indexed = new Map<IncidentId, number>();

  const index = async (incident: IncidentId): Promise<void> => {
    const { written, factors } = await loadParts();
    const texts = textCount(db, incident);
    const document = await contentOf(await open(incident));
    const read = { text: written.writtenText(document), factors: factors.factorsIn(document) };
    inTransaction(db, () => indexText(db, incident, read));
    indexed.set(incident, texts);
  };

  const indexOrLog = async (incident: IncidentId): Promise<void> => {
    waiting.delete(incident);
    try {
      await index(incident);
    } catch (cause) {
      // It is not lost, only not found: the next text, or the next start, tries again.
      const name = cause instanceof Error ? cause.message : String(cause);
      ports.log({ level: 'error', event: 'post-mortem.not-indexed', detail: { name } });
    }
  };

  const later = (incident: IncidentId, ms: number): void => {
    if (waiting.has(incident)) return;
    waiting.set(
      incident,
      ports.clock.after(ms, () => void indexOrLog(incident)),
    );
  };

  const catchUp = ports.clock.after(AT_START_MS, () => {
    for (const [i, incident] of staleTexts(db).entries()) later(incident, i * SECOND);
  });

  return {
    heard: (incident) => {
      const texts = textCount(db, incident);
      if (texts > 0 && texts !== indexed.get(incident)) later(incident, SOON_MS);
    },
    stop: () => {
      catchUp();
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
