import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import type { OpId } from '#shared/base/ids.ts';
import { announceChange, type Context } from './context.ts';
import { openJournal } from './log/journal.ts';
import { mendOps } from './log/mend.ts';
import type { Cancel } from './ports.ts';
import { listBackups, releaseMigrationBackups, rotateBackups, takeBackup } from './store/backup.ts';
import { changesSoFar, inTransaction, noted, truncateWal } from './store/database.ts';
import { anyHeld, releaseCarried, takeOverdue } from './store/held-ops.ts';
import { damagedAfter, incidentOfOp } from './store/ops.ts';
import { enqueueDoubtful } from './store/outbox.ts';

/** A start has worked when it has lasted this long: not in the busy first moments. */
const CALM_MS = 2 * MINUTE;
/** When the log is looked through for damage that SQLite does not see. */
const CHECK_MS = MINUTE;
/** Rows a look takes before the engine has its turn again: some milliseconds. */
const ROWS_A_LOOK = 2_000;
const BACKUP_EVERY_MS = 4 * HOUR;
const CHECKPOINT_EVERY_MS = 30 * SECOND;

/** How often it is seen whether the makers of what came in bundles have sent it. */
const HELD_LOOK_MS = 30 * SECOND;
/** After so many looks nobody waits for them any longer: five minutes of being connected. */
const HELD_LOOKS = 10;

/** What is done for the file while the engine runs. */
export type Upkeep = {
  /** Gives up what is under way. */
  readonly stop: () => Promise<void>;
};

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/**
 * Keeps backups, and the WAL short, on the clock, and looks after what came in bundles. Trouble with
 * any of it is told in the log.
 * @param isConnected whether Slack is being read and written
 */
export function startUpkeep(core: Core, isConnected: () => boolean): Upkeep {
  const { ports, db } = core;
  let isStopped = false;
  let copied = -1;
  let copying: Promise<void> = Promise.resolve();

  const backUp = async (): Promise<void> => {
    const changes = changesSoFar(db);
    if (changes === copied) return;
    const backup = await takeBackup(db, ports.clock.now(), () => isStopped);
    if (backup === null) return;
    copied = changes;
    rotateBackups(db.profile);
    ports.log({ level: 'info', event: 'backup.taken', detail: { bytes: backup.bytes } });
  };
  const calm = async (): Promise<void> => {
    releaseMigrationBackups(db.profile);
    const newest = listBackups(db.profile)[0];
    const age = ports.clock.now() - (newest?.takenAt ?? Number.NEGATIVE_INFINITY);
    // One from the future is no reason to go without: the clock was wrong then, or is now.
    if (age < 0 || age >= BACKUP_EVERY_MS) await backUp();
  };
  const cancels = [
    ports.clock.after(CHECK_MS, () => void told(core, 'check', () => mendDamaged(core))),
    ports.clock.after(CALM_MS, () => {
      copying = told(core, 'backup', calm);
    }),
    every(core, BACKUP_EVERY_MS, () => {
      copying = told(core, 'backup', backUp);
    }),
    every(core, HELD_LOOK_MS, () => {
      void told(core, 'bundle', () => {
        if (isConnected()) sendOverdue(core);
      });
    }),
    every(core, CHECKPOINT_EVERY_MS, () => void told(core, 'checkpoint', () => truncateWal(db))),
  ];
  return {
    stop: async () => {
      isStopped = true;
      for (const cancel of cancels) cancel();
      await copying;
    },
  };
}

function every({ ports }: Core, ms: number, task: () => void): Cancel {
  let cancel = ports.clock.after(ms, function again() {
    cancel = ports.clock.after(ms, again);
    task();
  });
  return () => cancel();
}

/** Takes on what other desktops made, and have not sent, of incidents that came in bundles. */
function sendOverdue({ ports, db, emit }: Core): void {
  if (!anyHeld(db)) return;
  const due = inTransaction(db, () => {
    releaseCarried(db);
    const overdue = takeOverdue(db, HELD_LOOKS);
    for (const { op, incident } of overdue) {
      // Under nobody's account: it was handed over, to be sent by whoever can.
      enqueueDoubtful(db, { op, incident, account: null, queuedAt: ports.clock.now() });
    }
    return overdue;
  });
  if (due.length > 0) emit({ view: 'sync' });
}

/** Looks the whole log through, a part at a time, and brings back what is damaged in it. */
async function mendDamaged({ ports, db, emit }: Core): Promise<void> {
  const found: OpId[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { damaged, next } = damagedAfter(db, after, ROWS_A_LOOK);
    found.push(...damaged);
    after = next;
    await new Promise<void>((resolve) => void ports.clock.after(0, resolve));
    // Closed in the meantime: the next start looks again.
    if (!db.sqlite.open) return;
  }
  if (found.length === 0) return;
  const journal = openJournal(db.profile);
  journal.close();
  const written = new Map(journal.found.map((op) => [op.id, op]));
  const { fromJournal, fromSlack, lost } = mendOps(db, found, written);
  const detail = {
    fromJournal: fromJournal.length,
    fromSlack: fromSlack.length,
    lost: lost.length,
  };
  ports.log({ level: 'warn', event: 'log.mended', detail });
  announceChange(
    { emit },
    new Set(found.map((id) => incidentOfOp(db, id)).filter((id) => id !== null)),
  );
}

/** Runs what nobody waits for. A failure costs a copy, not the work: the next turn tries again. */
async function told(
  { ports, db, emit }: Core,
  what: string,
  run: () => void | Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (cause) {
    noted(db, cause);
    ports.log({ level: 'error', event: `${what}.failed`, fault: faultOf(cause) });
    if (db.health.isDamaged) emit({ view: 'desk' });
  }
}
