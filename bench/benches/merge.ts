import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { stampDevice } from '#shared/ops/stamp.ts';
import { dispatch } from '../../electron/engine/handlers/dispatch.ts';
import { closeDatabase } from '../../electron/engine/store/database.ts';
import { seededRandom } from '../../electron/engine/testing/random.ts';
import { readerContext } from '../fixtures/context.ts';
import { writtenLog } from '../fixtures/ops.ts';
import {
  automergeChanges,
  automergeFile,
  mergeAutomerge,
  mergeYjs,
  openAutomerge,
  openYjs,
  yjsFile,
  yjsUpdates,
} from '../fixtures/peers.ts';
import { cachedBytes, freshFolder, openProfile } from '../fixtures/profile.ts';
import { alternate, msOf, type Pair } from '../measure/alternate.ts';
import { atMost, below, type Judged } from '../measure/figure.ts';
import { applyPages } from './apply.ts';

const LOG = { seed: 51, incidents: 1, ops: 10_000, desktops: 5 } as const;
const GENERATOR = 1;
const PAGE = 200;
/** Of ten messages two come twice. */
const REPEATED = 0.2;
const ROUNDS = { rounds: 3 };

/**
 * One incident of 10,000 ops from five desktops, delivered in random order with repeats, then opened
 * afresh from disk; beside Automerge and Yjs holding the same fields.
 */
export async function merge(): Promise<readonly Judged[]> {
  const ops = writtenLog(LOG);
  const devices = [...new Set(ops.map((op) => stampDevice(op.at)))];
  const desktopOf = (op: Op) => devices.indexOf(stampDevice(op.at));
  const order = deliveryOrder(ops.length);
  const ourPages = inPages(pickFrom(ops, order));
  const [base, ...changes] = cachedBytes('automerge', GENERATOR, () =>
    automergeChanges(ops, desktopOf),
  );
  if (base === undefined) throw new Error('Automerge made no change.');
  const theirPages = inPages([base, ...pickFrom(changes, order)]);
  const updatePages = inPages(pickFrom(yjsUpdates(ops, desktopOf), order));

  const ours = () => mergedProfile(ourPages);
  const beside = (theirs: () => unknown): Promise<Pair> =>
    alternate(
      ROUNDS,
      () => {
        const { ms, remove } = ours();
        remove();
        return ms;
      },
      () => msOf(theirs),
    );
  const automerge = await beside(() => automergeFile(mergeAutomerge(theirPages)));
  const yjs = await beside(() => mergeYjs(updatePages));

  const kept = ours();
  const files = {
    automerge: join(kept.folder, 'incident.automerge'),
    yjs: join(kept.folder, 'incident.yjs'),
  };
  writeFileSync(files.automerge, automergeFile(mergeAutomerge(theirPages)));
  writeFileSync(files.yjs, yjsFile(mergeYjs(updatePages)));
  const opens = (theirs: () => unknown): Promise<Pair> =>
    alternate(
      ROUNDS,
      () => openOurs(kept.folder, ops[0]?.incident),
      () => msOf(theirs),
    );
  const openedAutomerge = await opens(() => openAutomerge(readFileSync(files.automerge)));
  const openedYjs = await opens(() => openYjs(readFileSync(files.yjs)));
  const sizes = {
    value: statSync(join(kept.folder, 'quarterdeck.db')).size / 1_000,
    baseline: statSync(files.automerge).size / 1_000,
  };
  kept.remove();
  return [
    below({ name: 'merge', unit: 'ms', ...automerge }),
    atMost(3, { name: 'merge.yjs', unit: 'ms', ...yjs }),
    below({ name: 'merge.open', unit: 'ms', ...openedAutomerge }),
    below({ name: 'merge.open.yjs', unit: 'ms', ...openedYjs }),
    below({ name: 'merge.size', unit: 'KB', ...sizes }),
  ];
}

/** Indexes of everything at least once, some twice, in random order. */
function deliveryOrder(n: number): readonly number[] {
  const random = seededRandom(52);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n * REPEATED; i++) order.push(Math.floor(random() * n));
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a === undefined || b === undefined) throw new Error('Out of the list.');
    order[i] = b;
    order[j] = a;
  }
  return order;
}

function pickFrom<T>(from: readonly T[], order: readonly number[]): readonly T[] {
  return order.flatMap((i) => from[i] ?? []);
}

function inPages<T>(all: readonly T[]): readonly (readonly T[])[] {
  const pages: (readonly T[])[] = [];
  for (let i = 0; i < all.length; i += PAGE) pages.push(all.slice(i, i + PAGE));
  return pages;
}

type Merged = { readonly folder: string; readonly ms: number; readonly remove: () => void };

/** Ours is on the disk when it has merged. */
function mergedProfile(pages: readonly (readonly Op[])[]): Merged {
  const { folder, remove } = freshFolder();
  const db = openProfile(folder);
  const ms = msOf(() => applyPages(db, pages));
  closeDatabase(db);
  return { folder, ms, remove };
}

/** Opens the profile and reads what the incident's page shows first. */
async function openOurs(folder: string, incident: IncidentId | undefined): Promise<number> {
  const begin = performance.now();
  const db = openProfile(folder);
  const context = readerContext(db, folder);
  for (const [name, input] of [
    ['incident', { incident }],
    ['timeline', { incident, limit: 100 }],
  ] as const) {
    const reply = await dispatch(context, { id: 1, kind: 'query', name, input });
    if (reply.type !== 'result') throw new Error(JSON.stringify(reply));
  }
  const ms = performance.now() - begin;
  closeDatabase(db);
  return ms;
}
