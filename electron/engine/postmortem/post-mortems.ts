import type * as Yjs from 'yjs';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { POST_MORTEM } from '#shared/domain/post-mortem.ts';
import { type Context, commitEdits, writeJournal } from '../context.ts';
import type { PostMortems } from '../controls.ts';
import type { Cancel } from '../ports.ts';
import {
  forgetWriting,
  incidentsWithWriting,
  keepWriting,
  postMortemOf,
  writingOf,
} from '../store/post-mortems.ts';
import { situationOf } from '../store/situations.ts';
import { contentOf, createDocuments } from './documents.ts';
import { loadParts, loadYjs } from './parts.ts';
import { createTextIndex } from './text-index.ts';
import { textEdits } from './text-op.ts';

/** What was written leaves at most so often. */
const EVERY_MS = MINUTE;
/** After a rest it leaves soon: somebody may be waiting for the first words. */
const SOON_MS = 5 * SECOND;

type Running = PostMortems & {
  readonly heard: (event: ContractEvent) => void;
  /** Makes ops of all that was written, and forgets the documents. */
  readonly stop: () => Promise<void>;
};

/** The texts of post-mortems. Yjs and the editor's schema are read when somebody needs them first. */
export function createPostMortems(context: Context): Running {
  const { db, ports } = context;
  const documents = createDocuments(db);
  const index = createTextIndex(context, documents.open);
  const waiting = new Map<IncidentId, Cancel>();
  const sentAt = new Map<IncidentId, number>();
  const newId = () => newUlid({ now: ports.clock.now, random: ports.random });

  const flush = async (incident: IncidentId): Promise<void> => {
    waiting.get(incident)?.();
    waiting.delete(incident);
    if (writingOf(db, incident).length === 0) return;
    const { update, read } = await documents.unlogged(incident);
    // What comes in while this is worked out stays for the next time, and so does what is damaged.
    if (update !== null) commitEdits(context, incident, textEdits(newId(), update));
    forgetWriting(db, read);
    sentAt.set(incident, ports.clock.now());
  };

  const flushLater = (incident: IncidentId): void => {
    if (waiting.has(incident)) return;
    const last = sentAt.get(incident);
    const rest = last === undefined ? 0 : last + EVERY_MS - ports.clock.now();
    const wait = Math.min(EVERY_MS, Math.max(SOON_MS, rest));
    waiting.set(
      incident,
      ports.clock.after(wait, () => void flushOrLog(incident)),
    );
  };

  const flushOrLog = async (incident: IncidentId): Promise<void> => {
    try {
      await flush(incident);
    } catch (cause) {
      // It is on the disk, and goes with what is written next, or at the next start.
      ports.log({ level: 'error', event: 'post-mortem.not-sent', fault: faultOf(cause) });
    }
  };

  // What was written when the last run ended, however it ended.
  for (const incident of incidentsWithWriting(db)) flushLater(incident);

  return {
    start: async (incident, template) => {
      const { skeletonUpdate } = (await loadParts()).skeleton;
      if (postMortemOf(db, incident) !== null) return ok(undefined);
      const isNew = situationOf(db, incident).review.state === null;
      commitEdits(context, incident, [
        { entity: POST_MORTEM, set: { template: template.id } },
        ...textEdits(newId(), skeletonUpdate(template)),
        ...(isNew ? [{ entity: 'incident', set: { reviewState: 'draft' } }] : []),
      ]);
      return ok(undefined);
    },
    write: async (incident, update) => {
      if (postMortemOf(db, incident) === null) return err(NOT_BEGUN);
      const { applyUpdate } = await loadYjs();
      const doc = await documents.open(incident);
      if (!(await isText(update))) return err(NO_TEXT);
      const writing = keepWriting(db, incident, update);
      applyUpdate(doc, update);
      writeJournal(context, [{ writing, incident, bytes: Buffer.from(update).toString('base64') }]);
      flushLater(incident);
      context.emit({ view: 'post-mortem', incident });
      return ok(undefined);
    },
    since: async (incident, vector) => missing(await documents.open(incident), vector),
    document: async (incident) => contentOf(await documents.open(incident)),
    flush,
    heard: (event) => {
      if (event.view !== 'incident') return;
      index.heard(event.incident);
      if (!documents.isBehind(event.incident)) return;
      context.emit({ view: 'post-mortem', incident: event.incident });
    },
    stop: async () => {
      for (const incident of [...waiting.keys()]) await flushOrLog(incident);
      index.stop();
      for (const cancel of waiting.values()) cancel();
      documents.close();
    },
  };
}

const NOT_BEGUN = contractError(
  'not_possible',
  'Nobody has begun this post-mortem.',
  'Begin it, then write.',
);

const NO_TEXT = contractError(
  'invalid_input',
  'This is no text of a post-mortem.',
  'Open the post-mortem again. What was saved before is safe.',
);

/** Whether this is a Yjs update: a broken one must not leave half of itself. */
async function isText(update: Uint8Array): Promise<boolean> {
  const { applyUpdate, Doc } = await loadYjs();
  const trial = new Doc();
  try {
    applyUpdate(trial, update);
    return true;
  } catch {
    return false;
  } finally {
    trial.destroy();
  }
}

/** What somebody lacks who has this much; null stands for nothing at all. */
async function missing(
  doc: Yjs.Doc,
  vector: Uint8Array | null,
): Promise<Result<Uint8Array, ContractError>> {
  const { encodeStateAsUpdate } = await loadYjs();
  try {
    return ok(vector === null ? encodeStateAsUpdate(doc) : encodeStateAsUpdate(doc, vector));
  } catch {
    return err(NO_TEXT);
  }
}
