import type * as Yjs from 'yjs';
import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { POST_MORTEM } from '#shared/domain/post-mortem.ts';
import { type Context, commitEdits, type PostMortems } from '../context.ts';
import {
  forgetWriting,
  keepWriting,
  postMortemOf,
  textNames,
  textState,
  writingOf,
} from '../store/post-mortems.ts';
import { situationOf } from '../store/situations.ts';
import { textEdits, updateIn } from './text-op.ts';

/** How often what was written becomes an op, which leaves for the others. */
const EVERY_MS = 60_000;

/** A document in memory, and which texts of the log it has. */
type Open = { readonly doc: Yjs.Doc; readonly has: Set<string> };

type Core = Omit<Context, 'sync'>;

/** The texts of post-mortems. Yjs and the editor's schema are read when somebody needs them first. */
export function createPostMortems(context: Core): PostMortems & { readonly stop: () => void } {
  const { db, ports } = context;
  const opened = new Map<IncidentId, Open>();
  const waiting = new Map<IncidentId, () => void>();

  const open = async (incident: IncidentId): Promise<Open> => {
    const Y = await import('yjs');
    let held = opened.get(incident);
    if (held === undefined) {
      held = { doc: new Y.Doc(), has: new Set() };
      opened.set(incident, held);
      for (const { bytes } of writingOf(db, incident)) Y.applyUpdate(held.doc, bytes);
    }
    for (const name of textNames(db, incident)) {
      if (held.has.has(name)) continue;
      const update = updateIn(textState(db, incident, name));
      if (update === null) continue;
      held.has.add(name);
      Y.applyUpdate(held.doc, update);
    }
    return held;
  };

  const send = async (incident: IncidentId): Promise<void> => {
    waiting.get(incident)?.();
    waiting.delete(incident);
    const { mergeUpdates } = await import('yjs');
    const writing = writingOf(db, incident);
    const last = writing.at(-1);
    if (last === undefined) return;
    const id = newUlid({ now: ports.clock.now, random: ports.random });
    commitEdits(context, incident, textEdits(id, mergeUpdates(writing.map(({ bytes }) => bytes))));
    forgetWriting(db, incident, last.seq);
  };

  return {
    start: async (incident, templateId) => {
      const { BUILT_IN_TEMPLATES } = await import('#shared/post-mortem/template.ts');
      const { skeletonUpdate } = await import('#shared/post-mortem/skeleton.ts');
      const template = BUILT_IN_TEMPLATES.find(({ id }) => id === templateId);
      if (template === undefined) return err(NO_TEMPLATE);
      if (postMortemOf(db, incident) !== null) return ok(undefined);
      const id = newUlid({ now: ports.clock.now, random: ports.random });
      const isNew = situationOf(db, incident).review.state === null;
      commitEdits(context, incident, [
        { entity: POST_MORTEM, set: { template: template.id } },
        ...textEdits(id, skeletonUpdate(template)),
        ...(isNew ? [{ entity: 'incident', set: { reviewState: 'draft' } }] : []),
      ]);
      return ok(undefined);
    },
    write: async (incident, update) => {
      const { doc } = await open(incident);
      if (!(await isText(update))) return err(NO_TEXT);
      keepWriting(db, incident, update);
      const { applyUpdate } = await import('yjs');
      applyUpdate(doc, update);
      if (!waiting.has(incident)) {
        const again = ports.clock.after(EVERY_MS, () => void send(incident));
        waiting.set(incident, again);
      }
      context.emit({ view: 'post-mortem', incident });
      return ok(undefined);
    },
    since: async (incident, vector) => {
      const { doc } = await open(incident);
      return await missing(doc, vector);
    },
    stop: () => {
      for (const cancel of waiting.values()) cancel();
      for (const { doc } of opened.values()) doc.destroy();
      opened.clear();
    },
  };
}

const NO_TEMPLATE = contractError(
  'not_found',
  'There is no such template.',
  'Choose one of the templates in Settings.',
);

const NO_TEXT = contractError(
  'invalid_input',
  'This is no text of a post-mortem.',
  'Open the post-mortem again. What was saved before is safe.',
);

/** Whether this is a Yjs update: a broken one must not leave half of itself. */
async function isText(update: Uint8Array): Promise<boolean> {
  const { applyUpdate, Doc } = await import('yjs');
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

/** What somebody lacks who has this much; null when that is nothing. */
async function missing(
  doc: Yjs.Doc,
  vector: Uint8Array | null,
): Promise<Result<Uint8Array, ContractError>> {
  const { encodeStateAsUpdate } = await import('yjs');
  try {
    return ok(vector === null ? encodeStateAsUpdate(doc) : encodeStateAsUpdate(doc, vector));
  } catch {
    return err(NO_TEXT);
  }
}
