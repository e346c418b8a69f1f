import { type Answer, badArguments, SlackError } from './answer.ts';
import { structure, text, whole } from './arguments.ts';
import { newId, newTicket } from './chance.ts';
import { describedFile, describedWithShares } from './file-shape.ts';
import { maySee, share } from './file-sharing.ts';
import { postable, threadOf } from './message-address.ts';
import { readBlocks } from './message-blocks.ts';
import type { StoredFile } from './model.ts';
import { seconds } from './moment.ts';
import { FILES_READ, FILES_WRITE } from './scopes.ts';
import { kindOf, textOf } from './stored-file.ts';
import type { Call, MethodTable } from './world.ts';

/** @see docs.slack.dev/reference/methods/files.getUploadURLExternal, `file_upload_size_restricted` */
const SIZE_MAX = 1_073_741_824;
const CONTENT_MAX = 8_000;

/** Where a file's bytes are to be sent. It exists for nobody until the upload is completed. */
function uploadUrl({ world, token, args, origin }: Call): Answer {
  const length = whole(args, 'length');
  if (length === null || length === 0) throw badArguments('length must be a number above 0');
  if (length > SIZE_MAX) throw new SlackError('file_upload_size_restricted');
  const name = text(args, 'filename') ?? '';
  const file: StoredFile = {
    id: newId(world, 'F'),
    user: token.user,
    name,
    title: name,
    // Slack's page names the first, Slack's own client sends the second.
    altText: text(args, 'alt_txt') ?? text(args, 'alt_text'),
    snippetType: text(args, 'snippet_type'),
    created: seconds(world),
    bytes: new Uint8Array(),
    state: 'awaited',
    shares: [],
  };
  const ticket = newTicket(world);
  world.files.set(file.id, file);
  world.uploads.set(ticket, file);
  return { upload_url: `${origin}/upload/v1/${ticket}`, file_id: file.id };
}

/** The files a call names that have been sent and not been completed yet, titled as it says. */
function completed(call: Call): readonly StoredFile[] {
  const given = structure(call.args, 'files', 'invalid_arguments');
  if (!Array.isArray(given) || given.length === 0) throw badArguments('files must be a list');
  return given.map((item: unknown) => {
    const { id, title } = Object(item);
    const file = call.world.files.get(String(id));
    if (file?.state !== 'uploaded' || file.user !== call.token.user) {
      throw new SlackError('file_not_found');
    }
    if (typeof title === 'string' && title !== '') file.title = title;
    return file;
  });
}

/** Makes uploaded files real, and shares them in one message to each channel named. */
function complete(call: Call): Answer {
  const { args } = call;
  const files = completed(call);
  const named = [text(args, 'channel_id') ?? '', ...(text(args, 'channels') ?? '').split(',')];
  const channels = named.flatMap((name) => (name === '' ? [] : [postable(call, name.trim())]));
  const comment = text(args, 'initial_comment') ?? '';
  const blocks = comment === '' ? readBlocks(call) : null;
  const roots = channels.map((channel) => threadOf(call, channel));
  for (const file of files) file.state = 'complete';
  for (const [i, channel] of channels.entries()) {
    share(call, channel, { files, text: comment, blocks, threadTs: roots[i] ?? null });
  }
  return { files: files.map((file) => describedFile(call, file)) };
}

function fileAt(call: Call): StoredFile {
  const file = call.world.files.get(text(call.args, 'file') ?? '');
  if (file === undefined || file.state === 'awaited' || file.state === 'uploaded') {
    throw new SlackError('file_not_found');
  }
  if (file.state === 'deleted') throw new SlackError('file_deleted');
  if (!maySee(call.world, call.token, file)) throw new SlackError('file_not_found');
  return file;
}

function info(call: Call): Answer {
  const file = fileAt(call);
  const content = kindOf(file).isText ? textOf(file) : null;
  return {
    file: describedWithShares(call, file),
    ...(content === null
      ? {}
      : { content: content.slice(0, CONTENT_MAX), is_truncated: content.length > CONTENT_MAX }),
    comments: [],
    response_metadata: { next_cursor: '' },
  };
}

/** Its owner deletes a file, or an admin; in messages a mark stays. */
function remove(call: Call): Answer {
  const { world, token } = call;
  const file = fileAt(call);
  const isAdmin = token.botId === null && world.users.get(token.user)?.isAdmin === true;
  if (file.user !== token.user && !isAdmin) throw new SlackError('cant_delete_file');
  file.state = 'deleted';
  file.bytes = new Uint8Array();
  return {};
}

export const fileMethods: MethodTable = {
  'files.getUploadURLExternal': {
    scopes: FILES_WRITE,
    required: ['filename', 'length'],
    run: uploadUrl,
  },
  'files.completeUploadExternal': { scopes: FILES_WRITE, required: ['files'], run: complete },
  'files.info': { scopes: FILES_READ, required: ['file'], run: info },
  'files.delete': { scopes: FILES_WRITE, required: ['file'], run: remove },
};
