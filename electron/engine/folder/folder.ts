import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { Reader } from '#shared/export/read-record.ts';
import type { Context } from '../context.ts';
import type { OpenFolder } from '../controls.ts';
import type { FolderDisk } from '../ports.ts';
import { incidentById, incidentsByTime } from '../store/incidents.ts';
import {
  type ChosenFolder,
  folderOf,
  saveFolder,
  saveWritten,
  writtenFiles,
} from '../store/open-folder.ts';
import { filesHash, incidentFiles } from './incident-files.ts';

/** What changes together is written once. */
const REST_MS = 5 * SECOND;
/** Between two incidents others have the engine. */
const BREATH_MS = 50;
const RETRY_MS = MINUTE;

type Running = OpenFolder & {
  readonly heard: (event: ContractEvent) => void;
  readonly stop: () => Promise<void>;
};

/**
 * Keeps all incidents as files in a folder that a person chose. An incident is written when it has
 * changed, after a rest, and at a start where what is there is another thing than what is known. What
 * cannot be written stays owed, is told, and is tried again.
 */
export function createFolder(
  { db, ports, emit }: Pick<Context, 'db' | 'ports' | 'emit'>,
  reader: Reader,
): Running {
  const disk = ports.folderDisk ?? null;
  const owed = new Set<IncidentId>();
  let failed: string | null = null;
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const oweAll = () => {
    for (const { id } of incidentsByTime(db)) owed.add(id);
  };
  const tell = (code: string | null) => {
    if (code === failed) return;
    failed = code;
    emit({ view: 'settings' });
  };
  const writeOne = async (folder: ChosenFolder, incident: IncidentId): Promise<string | null> => {
    if (disk === null) return null;
    const written = await keepOne({ db, disk, reader }, folder, incident);
    return written.ok ? null : written.error;
  };
  const later = (ms: number) => {
    if (isStopped || disk === null || folderOf(db) === null || owed.size === 0) return;
    cancel?.();
    cancel = ports.clock.after(ms, () => {
      cancel = null;
      running ??= next().finally(() => {
        running = null;
      });
    });
  };
  const next = async (): Promise<void> => {
    const folder = folderOf(db);
    const [incident] = owed;
    if (folder === null || incident === undefined || isStopped) return;
    owed.delete(incident);
    const code = await attempt(() => writeOne(folder, incident));
    if (code !== null) owed.add(incident);
    tell(code);
    later(code === null ? BREATH_MS : RETRY_MS);
  };
  const attempt = async (task: () => Promise<string | null>): Promise<string | null> => {
    try {
      return await task();
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : String(cause);
      ports.log({ level: 'error', event: 'folder.failed', detail: { name } });
      return name;
    }
  };
  oweAll();
  later(REST_MS);

  return {
    set: async (typed, holdsPrivate) => {
      const chosen = await choose(disk, typed);
      if (!chosen.ok) return chosen;
      await running;
      const path = chosen.value;
      saveFolder(db, path === null ? null : { path, private: holdsPrivate });
      failed = null;
      oweAll();
      emit({ view: 'settings' });
      later(0);
      return ok(undefined);
    },
    retry: () => {
      if (failed !== null && running === null) later(0);
    },
    view: () => {
      const folder = folderOf(db);
      const problem = folder === null || failed === null ? null : problemOf(folder.path, failed);
      return { path: folder?.path ?? null, private: folder?.private ?? false, problem };
    },
    heard: (event) => {
      if (event.view !== 'incident' && event.view !== 'post-mortem') return;
      owed.add(event.incident);
      // While it cannot be written the next try is set already.
      if (cancel === null && running === null) later(REST_MS);
    },
    stop: async () => {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}

type Keeping = Pick<Context, 'db'> & { readonly disk: FolderDisk; readonly reader: Reader };

/** Brings the files of one incident up to date; those of one that became private go. */
async function keepOne(
  { db, disk, reader }: Keeping,
  folder: ChosenFolder,
  id: IncidentId,
): Promise<Result<void, string>> {
  const before = writtenFiles(db, id);
  const incident = incidentById(db, id);
  const isKept = incident !== null && (folder.private || !incident.private);
  const read = isKept ? await incidentFiles(reader, id) : ok([]);
  // It is not there any more, or not yet: another event tells.
  if (!read.ok) return ok(undefined);
  const hash = filesHash(read.value);
  if (before?.hash === hash) return ok(undefined);
  for (const { name, text } of read.value) {
    const written = await disk.write(folder.path, name, text);
    if (!written.ok) return written;
  }
  const files = read.value.map(({ name }) => name);
  for (const name of before?.files.filter((one) => !files.includes(one)) ?? []) {
    const removed = await disk.remove(folder.path, name);
    if (!removed.ok) return removed;
  }
  saveWritten(db, id, files.length === 0 ? null : { files, hash });
  return ok(undefined);
}

/** The folder that somebody typed, once it can be written in; null for none. */
async function choose(
  disk: FolderDisk | null,
  typed: string,
): Promise<Result<string | null, ContractError>> {
  if (typed === '') return ok(null);
  const path = disk?.resolve(typed) ?? null;
  if (disk === null || path === null) return err(NO_PATH);
  const checked = await disk.check(path);
  if (checked.ok) return ok(path);
  const { message, hint } = problemOf(path, checked.error);
  return err(contractError('not_possible', message, hint));
}

const NO_PATH = contractError(
  'invalid_input',
  'Enter the whole path of a folder.',
  'For example /home/ana/incidents, or ~/incidents.',
);

const CAUSES: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: ['you may not write in it', 'Change its rights, or choose another folder.'],
  EPERM: ['you may not write in it', 'Change its rights, or choose another folder.'],
  EROFS: ['it can only be read', 'Choose another folder.'],
  ENOSPC: ['the disk is full', 'Free some space. What is missing is written then.'],
  EDQUOT: ['the disk is full', 'Free some space. What is missing is written then.'],
  ENOENT: ['it is not there', 'Plug its disk in, or choose another folder.'],
  ENOTDIR: ['a part of its path is a file', 'Choose another folder.'],
  EEXIST: ['a file has its name', 'Choose another folder.'],
};

function problemOf(
  path: string,
  code: string,
): { readonly message: string; readonly hint: string } {
  const known = Object.hasOwn(CAUSES, code) ? CAUSES[code] : undefined;
  const [why, hint] = known ?? [code, 'Look at the folder, or choose another one.'];
  return {
    message: `The folder ${path} cannot be written: ${why}.`,
    hint: `${hint} Nothing is lost: all of it is in Quarterdeck.`,
  };
}
