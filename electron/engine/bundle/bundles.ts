import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { announceChange, type Context } from '../context.ts';
import type { Bundles } from '../controls.ts';
import { makeFolder } from '../store/folder.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { writeContent } from './content.ts';
import { contentOf } from './export.ts';
import { PACKED_MAX, pack } from './format.ts';
import { imagesOf } from './images.ts';
import { importBundle } from './import.ts';
import { NOT_A_BUNDLE, TOO_LARGE } from './refusal.ts';

const FOLDER = 'bundles';
const NAME = /^[A-Z0-9-]{1,40}-\d{8}T\d{6}Z\.quarterdeck$/;
/** Bytes that go to or come from a page at once: below what a shell takes as one message. */
const PIECE = 400_000;

type Core = Pick<Context, 'ports' | 'db' | 'device' | 'emit'>;

/**
 * Bundles in a folder of the profile. A page gets and gives their bytes piece by piece, so that it
 * needs no right to any file, in either shell.
 */
export function createBundles(core: Core): Bundles {
  const { db, ports } = core;
  const pathOf = (name: string) => join(db.profile, FOLDER, name);
  return {
    export: async (id) => {
      const incident = incidentById(db, id);
      if (incident === null) return err(noSuch('This incident is not on this desktop.'));
      const made = packed(core, incident);
      if (!made.ok) return made;
      const { file, imagesLeftOut } = made.value;
      makeFolderOrThrow(join(db.profile, FOLDER));
      const stamp = new Date(ports.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
      const name = `${incident.code.replace(/[^A-Z0-9-]/g, '')}-${stamp}.quarterdeck`;
      writeWhole(pathOf(name), file, 'w');
      return ok({ name, path: pathOf(name), bytes: file.length, imagesLeftOut });
    },
    read: (name, offset) => {
      if (!NAME.test(name) || !existsSync(pathOf(name))) {
        return err(noSuch('There is no such bundle.'));
      }
      return ok(readPiece(pathOf(name), offset));
    },
    take: async (upload, offset, data, isLast) => {
      makeFolderOrThrow(join(db.profile, FOLDER));
      const path = pathOf(`${upload}.part`);
      const added = addPiece(path, offset, Buffer.from(data, 'base64'));
      if (!added.ok || !isLast) return added.ok ? ok(null) : added;
      return settle(core, path, pathOf(`${upload}.quarterdeck`));
    },
  };
}

type Packed = { readonly file: Buffer; readonly imagesLeftOut: number };

/** With as many images as there is room for; with none, where there is none beside what was written. */
function packed(core: Core, incident: LedIncident): Result<Packed, ContractError> {
  const content = contentOf(core, incident);
  const { images, leftOut } = imagesOf(core.db, incident.id);
  const whole = pack(writeContent({ ...content, images }), images.length > 0);
  if (whole.ok) return ok({ file: whole.value, imagesLeftOut: leftOut });
  const bare = images.length === 0 ? whole : pack(writeContent(content));
  return bare.ok ? ok({ file: bare.value, imagesLeftOut: leftOut + images.length }) : bare;
}

/** Imports what has come; the file is kept, since nobody else may have what it holds. */
function settle(core: Core, path: string, kept: string): Awaited<ReturnType<Bundles['take']>> {
  const imported = importBundle(core, readFileSync(path));
  if (!imported.ok) {
    rmSync(path, { force: true });
    return imported;
  }
  renameSync(path, kept);
  const { incident, ops, messages } = imported.value;
  core.ports.log({ level: 'info', event: 'bundle.imported', detail: { ops, messages } });
  announceChange(core, [incident]);
  return imported;
}

function addPiece(path: string, offset: number, piece: Buffer): Result<void, ContractError> {
  if (offset === 0) rmSync(path, { force: true });
  const there = existsSync(path) ? statSync(path).size : 0;
  if (there !== offset) return err(NOT_A_BUNDLE);
  if (offset + piece.length > PACKED_MAX + PIECE) {
    rmSync(path, { force: true });
    return err(TOO_LARGE);
  }
  writeWhole(path, piece, 'a');
  return ok(undefined);
}

function writeWhole(path: string, bytes: Buffer, flag: 'a' | 'w'): void {
  const file = openSync(path, flag, 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

function readPiece(path: string, offset: number): { data: string; next: number | null } {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(PIECE);
    const read = readSync(file, buffer, 0, PIECE, offset);
    const isLast = offset + read >= statSync(path).size;
    return {
      data: buffer.subarray(0, read).toString('base64'),
      next: isLast ? null : offset + read,
    };
  } finally {
    closeSync(file);
  }
}

function makeFolderOrThrow(path: string): void {
  const made = makeFolder(path);
  if (!made.ok) throw new Error(made.error);
}

const noSuch = (message: string): ContractError => contractError('not_found', message);
