import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { stampDevice } from '#shared/ops/stamp.ts';
import type { Context } from '../context.ts';
import { applyArrivals } from '../log/apply.ts';
import { underFreeId } from '../log/taken-id.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { holdOp } from '../store/held-ops.ts';
import { hasOp, isCarried } from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { channelOf, incidentOfChannel, saveChannel } from '../store/slack-channels.ts';
import { messageAt, saveMessage } from '../store/slack-messages.ts';
import { meetUser, saveUser, userName } from '../store/slack-users.ts';
import { addLine } from '../store/timeline.ts';
import { keepWorkspace, workspaceOf } from '../store/workspace.ts';
import { type Content, readContent } from './content.ts';
import { unpack } from './format.ts';
import { takeImages } from './images.ts';
import { foreign } from './refusal.ts';

/** What an import brought. */
export type Imported = {
  readonly incident: IncidentId;
  readonly code: string;
  /** Changes that were not here before. */
  readonly ops: number;
  /** Messages of Slack that were not here before. */
  readonly messages: number;
};

type Core = Pick<Context, 'db' | 'device' | 'ports'>;

/**
 * Takes a bundle's file in: all of it, or nothing. What was here already stays as it is, so the same
 * file twice, or an older one, does no harm.
 */
export function importBundle(core: Core, file: Buffer): Result<Imported, ContractError> {
  const unpacked = unpack(file);
  if (!unpacked.ok) return unpacked;
  const content = readContent(unpacked.value);
  if (!content.ok) return content;
  const ours = workspaceOf(core.db);
  const theirs = content.value.team;
  if (ours !== null && theirs !== null && ours.id !== theirs.id) {
    return err(foreign(theirs.name, ours.name));
  }
  const taken = takeImages(core.db, content.value.images, core.ports.clock.now());
  if (!taken.ok) return taken;
  return ok(inTransaction(core.db, () => merge(core, content.value)));
}

function merge(core: Core, content: Content): Imported {
  const { db } = core;
  const { incident, code, team } = content;
  if (team !== null && workspaceOf(db) === null) keepWorkspace(db, team);
  for (const { id, name } of content.people) {
    // The workspace's own list says more, and later; until then the name is good.
    if (isSlackUser(id) && userName(db, id) === null) saveUser(db, { id, name, listed: false });
  }
  const fresh = mergeOps(core, content);
  const messages = mergeMessages(db, content);
  return { incident, code, ops: fresh, messages };
}

function mergeOps({ db, device, ports }: Core, { incident, ops: read }: Content): number {
  const ops = read.map(({ op, ts }) => ({ op: underFreeId(db, op), ts }));
  const isNew = new Set<OpId>(ops.map(({ op }) => op.id).filter((id) => !hasOp(db, id)));
  applyArrivals(
    db,
    ops.map(({ op, ts }) => ({ ops: [op], ts })),
  );
  for (const { op } of ops) {
    if (!isNew.has(op.id) || isCarried(db, op.id)) continue;
    // Its maker sends it. What was made here is ours to send: this desktop lost it.
    if (stampDevice(op.at) !== device) holdOp(db, op.id, incident);
    else {
      const account = isSlackUser(op.by) ? op.by : null;
      enqueueDoubtful(db, { op: op.id, incident, account, queuedAt: ports.clock.now() });
    }
  }
  return isNew.size;
}

function mergeMessages(db: Db, { incident, channel, messages }: Content): number {
  if (channel === null || !isPlaceFor(db, incident, channel)) return 0;
  let fresh = 0;
  for (const { position, message } of messages) {
    if (messageAt(db, channel.channel, message.ts) !== null) continue;
    // Without a fingerprint: the next read of the channel takes it in as Slack shows it.
    saveMessage(db, { ...message, channel: channel.channel, hash: '', missed: 0 });
    if (isSlackUser(message.author)) meetUser(db, message.author);
    if (position !== null) addLine(db, incident, { position, kind: 'message', ref: message.ts });
    fresh += 1;
  }
  return fresh;
}

/** Whether the incident lives in that channel; it does, where nothing else was known of either. */
function isPlaceFor(
  db: Db,
  incident: IncidentId,
  { channel, name }: NonNullable<Content['channel']>,
): boolean {
  const known = channelOf(db, incident)?.channel ?? null;
  if (known !== null) return known === channel;
  if (incidentOfChannel(db, channel) !== null) return false;
  saveChannel(db, { incident, channel, name, announce: 'done' });
  return true;
}
