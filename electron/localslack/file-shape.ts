import { sharesIn } from './file-sharing.ts';
import { type ImageSize, imageSize } from './image-size.ts';
import type { Channel, StoredFile } from './model.ts';
import { kindOf, slugOf, textOf } from './stored-file.ts';
import type { World } from './world.ts';

/** Files as one caller sees them: the addresses they may be fetched from begin with `origin`. */
export type FileView = { readonly world: World; readonly origin: string };

/** Sides of the squares a thumbnail may fill, and of those that keep a picture's own shape. */
const SQUARE_THUMBS = [64, 80, 160];
const FITTING_THUMBS = [360, 480, 720, 800, 960, 1024];
const PREVIEW_LINES = 5;

/**
 * A file as Slack describes it in a message and by itself. One that was deleted leaves its id behind.
 * @see github.com/slackapi/java-slack-sdk, json-logs/samples/api/files.info.json
 */
export function describedFile(view: FileView, file: StoredFile): object {
  const { world } = view;
  if (file.state === 'deleted') return { id: file.id, mode: 'tombstone' };
  const kind = kindOf(file);
  const isSnippet = kind.isText;
  const link = `https://${world.team.domain}.slack.com/files/${file.user}/${file.id}/${slugOf(file)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: kind.mimetype,
    filetype: kind.filetype,
    pretty_type: kind.prettyType,
    user: file.user,
    user_team: world.team.id,
    editable: isSnippet,
    size: file.bytes.byteLength,
    mode: isSnippet ? 'snippet' : 'hosted',
    is_external: false,
    external_type: '',
    is_public: sharesIn(view.world, file).some(({ isPrivate }) => !isPrivate),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${view.origin}${pathOf(world, file)}`,
    url_private_download: `${view.origin}${pathOf(world, file, 'download/')}`,
    ...(file.altText === null ? {} : { alt_txt: file.altText }),
    ...(isSnippet ? previewOf(file) : thumbsOf(view, file)),
    permalink: link,
    permalink_public: `https://slack-files.com/${world.team.id}-${file.id}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** The same with where it was shared, which only `files.info` tells. */
export function describedWithShares(view: FileView, file: StoredFile): object {
  const channels = sharesIn(view.world, file);
  const idsOf = (kinds: readonly Channel['kind'][]) =>
    channels.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const shares = (isPrivate: boolean) =>
    Object.fromEntries(
      channels
        .filter((channel) => channel.isPrivate === isPrivate)
        .map((channel) => [
          channel.id,
          file.shares
            .filter((share) => share.channel === channel.id)
            .map(({ ts }) => ({ ts, channel_name: channel.name, team_id: view.world.team.id })),
        ]),
    );
  return {
    ...describedFile(view, file),
    channels: idsOf(['public_channel']),
    groups: idsOf(['private_channel', 'mpim']),
    ims: idsOf(['im']),
    shares: { public: shares(false), private: shares(true) },
    comments_count: 0,
  };
}

/** The path a file is fetched from. @see docs.slack.dev/reference/objects/file-object */
export const pathOf = ({ team }: World, file: StoredFile, part = ''): string =>
  `/files-pri/${team.id}-${file.id}/${part}${encodeURIComponent(slugOf(file))}`;

function previewOf(file: StoredFile): object {
  const lines = textOf(file).split('\n');
  const preview = lines.slice(0, PREVIEW_LINES).join('\n');
  return {
    preview,
    preview_highlight: '',
    lines: lines.length,
    lines_more: Math.max(0, lines.length - PREVIEW_LINES),
    preview_is_truncated: lines.length > PREVIEW_LINES,
  };
}

/** Slack makes smaller pictures of a picture; here they are all the picture itself. */
function thumbsOf({ world, origin }: FileView, file: StoredFile): object {
  const size = imageSize(file.bytes);
  if (size === null || !kindOf(file).mimetype.startsWith('image/')) return {};
  const [base = '', end = ''] = slugOf(file).split(/\.(?=[^.]*$)/);
  const address = (side: number) =>
    `${origin}/files-tmb/${world.team.id}-${file.id}-0123456789/${encodeURIComponent(`${base}_${side}.${end}`)}`;
  // Slack makes no thumbnail that is larger than the picture, but for the smallest.
  const fitting = FITTING_THUMBS.filter(
    (side) => side === FITTING_THUMBS[0] || side <= Math.max(size.width, size.height),
  );
  return {
    media_display_type: 'unknown',
    ...Object.fromEntries(SQUARE_THUMBS.map((side) => [`thumb_${side}`, address(side)])),
    ...Object.fromEntries(
      fitting.flatMap((side) => {
        const { width, height } = within(size, side);
        return [
          [`thumb_${side}`, address(side)],
          [`thumb_${side}_w`, width],
          [`thumb_${side}_h`, height],
        ];
      }),
    ),
    original_w: size.width,
    original_h: size.height,
  };
}

function within({ width, height }: ImageSize, side: number): ImageSize {
  const scale = Math.min(1, side / Math.max(width, height, 1));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
