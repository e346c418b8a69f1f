import { maySee } from './file-sharing.ts';
import { tokenOf } from './methods.ts';
import type { StoredFile, Token } from './model.ts';
import { filePart } from './multipart.ts';
import { page } from './outcome.ts';
import type { Reply } from './reply.ts';
import { bearerIn, originOf, type WireRequest } from './request.ts';
import { FILES_READ, lacking } from './scopes.ts';
import { kindOf } from './stored-file.ts';
import type { World } from './world.ts';

/**
 * Takes a file's bytes, bare or as a part of a form. The address is the permission: it is good for one
 * file. @see docs.slack.dev/reference/methods/files.getUploadURLExternal
 */
export function upload(world: World, request: WireRequest): Reply {
  const ticket = request.path.split('/').at(-1) ?? '';
  const file = world.uploads.get(ticket);
  if (file === undefined || request.verb === 'GET') return page(404, {}, 'Not found');
  const sent = typeof request.body === 'string' ? encoded(request.body) : request.body;
  const bytes = request.contentType.startsWith('multipart/')
    ? filePart(sent, request.contentType)
    : sent;
  if (bytes === null) return page(400, {}, 'No file in the form');
  world.uploads.delete(ticket);
  file.bytes = bytes;
  file.state = 'uploaded';
  return page(200, { 'content-type': 'text/plain' }, `OK - ${bytes.byteLength}`);
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A file or its thumbnail, for a token that may read it. Everybody else is sent to the sign-in page,
 * which comes with status 200: who follows redirects has a page of HTML in place of the picture.
 * @see github.com/slackapi/deno-slack-sdk/issues/285, github.com/vercel/eve/pull/1531
 */
export function download(world: World, request: WireRequest): Reply {
  const token = readerOf(world, request);
  if (token === null) {
    const location = `${originOf(request)}/?redir=${encodeURIComponent(request.path)}`;
    return page(302, { location }, '');
  }
  const file = fileAt(world, request.path);
  if (file === null || !maySee(world, token, file)) return page(404, {}, 'Not found');
  const asDownload = request.path.includes('/download/');
  return page(
    200,
    {
      'content-type': kindOf(file).mimetype,
      'content-length': String(file.bytes.byteLength),
      ...(asDownload ? { 'content-disposition': `attachment; filename="${file.id}"` } : {}),
    },
    file.bytes,
  );
}

function readerOf(world: World, request: WireRequest): Token | null {
  try {
    const token = tokenOf(world, bearerIn(request));
    return lacking(FILES_READ, token) === null ? token : null;
  } catch {
    return null;
  }
}

/** The file an address names: `/files-pri/T…-F…/name`, `/files-tmb/T…-F…-hash/name`. */
function fileAt(world: World, path: string): StoredFile | null {
  const [, team, id] = /^\/files-(?:pri|tmb)\/([^/-]+)-([^/-]+)/.exec(path) ?? [];
  const file = world.files.get(id ?? '');
  return team === world.team.id && file?.state === 'complete' ? file : null;
}
