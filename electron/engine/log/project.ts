import type { IncidentId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { DEFAULT_SEVERITY } from '#shared/domain/severity.ts';
import { DEFAULT_STATUS, isOver } from '#shared/domain/status.ts';
import {
  type EntityState,
  fieldStamp,
  flagField,
  type LoggedOp,
  textField,
} from '#shared/ops/merge.ts';
import { entityParts } from '#shared/ops/op.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { removeAction, saveAction } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { removeIncident, saveIncident } from '../store/incidents.ts';
import { saveRole } from '../store/roles.ts';
import { meetUser } from '../store/slack-users.ts';
import { addLine, entryById, removeEntry, removeLine, saveEntry } from '../store/timeline.ts';

/**
 * Writes the rows that the screens read for one entity. A pure function of the entity's state, so
 * equal logs give equal tables. An entity of a kind we do not know has no rows, only its state.
 */
export function projectEntity(
  db: Db,
  incident: IncidentId,
  entity: string,
  state: EntityState,
): void {
  const { kind, key } = entityParts(entity);
  switch (kind) {
    case 'incident':
      projectIncident(db, incident, state);
      break;
    case 'role':
      projectRole(db, incident, key, state);
      break;
    case 'action':
      projectAction(db, incident, key, state);
      break;
    case 'entry':
      projectEntry(db, incident, key, state);
      break;
    default:
  }
}

/** The line an op has in the timeline by itself. An entry's line is the entry, not its ops. */
export function projectLine(db: Db, { op, stamp }: LoggedOp): void {
  if (entityParts(op.entity).kind === 'entry') return;
  addLine(db, op.incident, { position: stamp, kind: 'change', ref: op.id });
}

const msOf = (stamp: Stamp | null): number | null => (stamp === null ? null : stampMs(stamp));

function projectIncident(db: Db, id: IncidentId, state: EntityState): void {
  const code = textField(state, 'code');
  const status = textField(state, 'status') ?? DEFAULT_STATUS;
  // Changes can arrive before the declaration itself; until then there is nothing to show.
  if (code === null) {
    removeIncident(db, id);
    return;
  }
  saveIncident(db, {
    id,
    code,
    name: textField(state, 'name') ?? code,
    severity: textField(state, 'severity') ?? DEFAULT_SEVERITY,
    status,
    private: flagField(state, 'private'),
    declaredAt: msOf(fieldStamp(state, 'code')) ?? 0,
    endedAt: isOver(status) ? msOf(fieldStamp(state, 'status')) : null,
  });
}

function projectRole(db: Db, incident: IncidentId, role: string, state: EntityState): void {
  const person = textField(state, 'person');
  if (person !== null && isSlackUser(person)) meetUser(db, person);
  saveRole(db, incident, role, person);
}

function projectAction(db: Db, incident: IncidentId, id: string, state: EntityState): void {
  const text = textField(state, 'text');
  if (text === null) {
    removeAction(db, incident, id);
    return;
  }
  const owner = textField(state, 'owner');
  if (owner !== null && isSlackUser(owner)) meetUser(db, owner);
  const done = flagField(state, 'done');
  saveAction(db, incident, {
    id,
    text,
    owner,
    done,
    addedAt: msOf(fieldStamp(state, 'added')) ?? msOf(fieldStamp(state, 'text')) ?? 0,
    doneAt: done ? msOf(fieldStamp(state, 'done')) : null,
  });
}

function projectEntry(db: Db, incident: IncidentId, id: string, state: EntityState): void {
  const before = entryById(db, incident, id);
  if (before !== null) {
    removeEntry(db, incident, id);
    removeLine(db, incident, { position: before.position, kind: 'note', ref: id });
  }
  const text = textField(state, 'text');
  const kind = Object.hasOwn(state, 'kind') ? state.kind : undefined;
  if (text === null || kind === undefined || kind[0] !== 'note') return;
  const [, position, op] = kind;
  saveEntry(db, incident, { id, text, op, position });
  addLine(db, incident, { position, kind: 'note', ref: id });
}
