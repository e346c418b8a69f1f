import { type RecordKind, textOf, textWords } from './record.ts';

export const LINK_TITLE_MAX = 200;
export const URL_MAX = 2_000;

/** What is worth opening: a dashboard, a document, the call. */
export const LINK: RecordKind = {
  name: 'Link',
  glyph: '↗',
  title: 'title',
  fields: { title: textWords('title'), url: textWords('address') },
  added: (set) => `Link: ${textOf(set.title) ?? ''} (${textOf(set.url) ?? ''})`,
};

/** What a browser opens over an encrypted connection, without a user name in it. */
const HTTPS = /^https:\/\/[^\s\p{Cc}/?#@\\]+(?:[/?#][^\s\p{Cc}\\]*)?$/iu;

/** Whether an address may be kept and opened. */
export function isSafeUrl(url: string): boolean {
  return url.length <= URL_MAX && HTTPS.test(url);
}
