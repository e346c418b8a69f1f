import type { StoredFile } from './model.ts';

/** What Slack tells of a file's kind by the end of its name. */
export type FileKind = {
  readonly filetype: string;
  readonly mimetype: string;
  readonly prettyType: string;
  /** Text is shown in place, and can be changed there: Slack calls it a snippet. */
  readonly isText: boolean;
};

const kind = (filetype: string, mimetype: string, prettyType: string): FileKind => ({
  filetype,
  mimetype,
  prettyType,
  isText: mimetype.startsWith('text/'),
});

const KINDS: Readonly<Record<string, FileKind>> = {
  png: kind('png', 'image/png', 'PNG'),
  jpg: kind('jpg', 'image/jpeg', 'JPEG'),
  jpeg: kind('jpg', 'image/jpeg', 'JPEG'),
  gif: kind('gif', 'image/gif', 'GIF'),
  webp: kind('webp', 'image/webp', 'WebP'),
  svg: kind('svg', 'image/svg+xml', 'SVG'),
  pdf: kind('pdf', 'application/pdf', 'PDF'),
  zip: kind('zip', 'application/zip', 'Zip'),
  mp4: kind('mp4', 'video/mp4', 'MPEG 4 Video'),
  txt: kind('text', 'text/plain', 'Plain Text'),
  log: kind('text', 'text/plain', 'Plain Text'),
  md: kind('markdown', 'text/plain', 'Markdown (raw)'),
  json: kind('json', 'text/plain', 'JSON'),
  csv: kind('csv', 'text/csv', 'CSV'),
  html: kind('html', 'text/html', 'HTML'),
  js: kind('javascript', 'text/plain', 'JavaScript/JSON'),
  ts: kind('typescript', 'text/plain', 'TypeScript'),
  sql: kind('sql', 'text/plain', 'SQL'),
};
const OTHER = kind('binary', 'application/octet-stream', 'Binary');

/** A file's kind: as its uploader called the snippet, else by its name. */
export function kindOf({ name, snippetType }: StoredFile): FileKind {
  if (snippetType !== null) return kind(snippetType, 'text/plain', 'Plain Text');
  return KINDS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? OTHER;
}

/** A file's name as it stands in its addresses. */
export const slugOf = ({ name }: StoredFile): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '_');

/** The text of a file that is one. */
export const textOf = ({ bytes }: StoredFile): string => new TextDecoder().decode(bytes);
