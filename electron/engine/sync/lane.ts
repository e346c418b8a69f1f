import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Op } from '#shared/ops/op.ts';
import { readAccount } from '../account.ts';
import { announceChange, type Context } from '../context.ts';
import { inTransaction } from '../store/database.ts';
import { opById } from '../store/ops.ts';
import {
  doubtLane,
  lane,
  laneRows,
  type OutboxRow,
  parkLane,
  setOutboxState,
  settle,
} from '../store/outbox.ts';
import type { Attempt, Transport, Trouble } from '../transport.ts';
import type { Connection } from './connection.ts';

/** Slack takes about one message a second per channel; a little more keeps clear of the edge. */
const POST_EVERY_MS = 1_100;
/** What has waited longer than this goes out together, as a digest. */
const DIGEST_AFTER_MS = 5 * SECOND;
/** A read can lag a post by seconds: two reads this far apart must miss it before it is sent again. */
const READ_LAG_MS = 3 * SECOND;
const BATCH_MAX = 50;

/** What a lane works with. */
export type LaneWork = {
  readonly core: Pick<Context, 'ports' | 'db' | 'emit'>;
  readonly transport: Transport;
  readonly connection: Connection;
  readonly stopped: () => boolean;
};

/** How a lap ended: all is sent, or later again. */
export type Lap = 'done' | 'later';

type Step = 'again' | Lap;

/**
 * Sends what one incident has waiting, in order. A row goes `queued → sending → (gone)`, or to
 * `unknown` when the answer is unclear; then the channel is read before anything is sent again.
 */
export async function drainLane(work: LaneWork, incident: IncidentId): Promise<Lap> {
  let step: Step = 'again';
  while (step === 'again') {
    if (work.stopped() || work.connection.closedFor() > 0) return 'later';
    step = await turn(work, incident);
  }
  return step;
}

async function turn(work: LaneWork, incident: IncidentId): Promise<Step> {
  const rows = lane(work.core.db, incident, BATCH_MAX);
  if (rows.length === 0) return 'done';
  if (rows.some((row) => row.state === 'parked')) return 'later';
  if (rows.some((row) => row.state !== 'queued')) return settleDoubt(work, incident);
  if (own(work, rows).length === 0) return report(work, incident, FOREIGN);
  const found = await findPlace(work, incident);
  if (!found.ok) return report(work, incident, found.error);
  // Others are there already: with what came from here in a bundle, perhaps.
  if (found.value) {
    doubtLane(work.core.db, incident);
    return 'again';
  }
  const opened = await work.transport.open(incident);
  return opened.ok ? send(work, incident) : report(work, incident, opened.error);
}

/** What to do about trouble; a parked lane waits for a person, the others go on. */
async function report(work: LaneWork, incident: IncidentId, trouble: Trouble): Promise<Step> {
  const { core, connection } = work;
  if (trouble.kind === 'parked') {
    parkLane(core.db, incident, trouble.message, trouble.hint);
    core.emit({ view: 'incident', incident });
  }
  connection.failed(trouble);
  if (trouble.kind !== 'limited') return 'later';
  await sleep(work, trouble.retryAfter);
  return 'again';
}

async function settleDoubt(work: LaneWork, incident: IncidentId): Promise<Step> {
  const { db } = work.core;
  const doubtful = laneRows(db, incident).filter((row) => row.state !== 'queued');
  const isHeld = ({ op }: OutboxRow) => work.transport.holds(op);
  for (const read of ['first', 'second'] as const) {
    const looked = await look(work, incident);
    if (!looked.ok) return report(work, incident, looked.error);
    work.connection.worked();
    if (doubtful.every(isHeld)) break;
    if (read === 'first') await sleep(work, READ_LAG_MS);
    if (work.stopped()) return 'later';
  }
  const opsOf = (rows: readonly OutboxRow[]) => rows.map((row) => row.op);
  inTransaction(db, () => {
    settle(db, opsOf(doubtful.filter(isHeld)));
    setOutboxState(db, opsOf(doubtful.filter((row) => !isHeld(row))), 'queued');
  });
  return 'again';
}

/** Reads an incident; one whose place is not known (a lost database) is looked for before. */
async function look(work: LaneWork, incident: IncidentId): Attempt<void> {
  const found = await findPlace(work, incident);
  return found.ok ? work.transport.pull(incident) : found;
}

/** Looks for the place of an incident that is not known here. Tells whether it was found by it. */
async function findPlace({ transport }: LaneWork, incident: IncidentId): Attempt<boolean> {
  const isKnown = () => transport.readable().includes(incident);
  if (isKnown()) return ok(false);
  const found = await transport.discover();
  if (!found.ok) return found;
  const foundPrivate = await transport.discoverPrivate();
  // A refusal to list private channels is no reason to hold back a public incident.
  if (!foundPrivate.ok && foundPrivate.error.kind !== 'parked') return foundPrivate;
  return ok(isKnown());
}

/**
 * The rows that may go now: those up to the first that was made under another account. What was made
 * under one account is never sent with another's token, nor before what was done earlier.
 */
function own(work: LaneWork, rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const mine = readAccount(work.core.db)?.user ?? null;
  const foreign = rows.findIndex(({ account }) => account !== null && account !== mine);
  return foreign < 0 ? rows : rows.slice(0, foreign);
}

const FOREIGN: Trouble = {
  kind: 'parked',
  message: 'These changes were made with another Slack account.',
  hint: 'Connect that account again, then retry.',
};

const DAMAGED: Trouble = {
  kind: 'parked',
  message: 'A change that waits here is damaged on this disk.',
  hint: 'Restart Quarterdeck: it is taken from the journal again.',
};

async function send(work: LaneWork, incident: IncidentId): Promise<Step> {
  const { core, transport, connection } = work;
  // While the channel was opened a person may have taken something back, or signed in as another.
  const rows = lane(core.db, incident, BATCH_MAX);
  const ready = rows.every((row) => row.state === 'queued') ? own(work, rows) : [];
  if (ready.length === 0) return 'again';
  const batch = nextBatch(work, ready);
  if (batch.length === 0) return report(work, incident, DAMAGED);
  const ids = batch.map((op) => op.id);
  inTransaction(core.db, () => setOutboxState(core.db, ids, 'sending'));
  const pushed = await transport.push(incident, batch);
  if (!pushed.ok) {
    const state = pushed.error.kind === 'unclear' ? 'unknown' : 'queued';
    inTransaction(core.db, () => setOutboxState(core.db, ids, state));
    return report(work, incident, pushed.error);
  }
  connection.worked();
  announceChange(core, [incident]);
  core.emit({ view: 'sync' });
  await sleep(work, POST_EVERY_MS);
  return 'again';
}

function nextBatch(work: LaneWork, rows: readonly OutboxRow[]): readonly Op[] {
  const { core, transport } = work;
  const waited = core.ports.clock.now() - (rows[0]?.queuedAt ?? 0);
  const together = waited > DIGEST_AFTER_MS ? rows : rows.slice(0, 1);
  const ops: Op[] = [];
  for (const row of together) {
    const op = opById(core.db, row.op);
    if (op === null) break;
    ops.push(op);
  }
  return ops.length === 0 ? [] : ops.slice(0, transport.fit(ops));
}

function sleep(work: LaneWork, ms: number): Promise<void> {
  return new Promise((resolve) => void work.core.ports.clock.after(ms, resolve));
}
