import type { Words } from './words.ts';

/** The entity that says an incident has a post-mortem, and which template it began as. */
export const POST_MORTEM = 'post_mortem';
/** The kind of entities that hold what was written in it, each written once. */
export const POST_MORTEM_TEXT = 'post_mortem_text';

/** What an op did to a post-mortem. How far it is, and who writes it, are the incident's own fields. */
export type PostMortemChange =
  | { readonly kind: 'post-mortem-begun'; readonly template: string }
  | { readonly kind: 'post-mortem-written' };

export const postMortemWords: Words<PostMortemChange> = {
  'post-mortem-begun': { glyph: '✎', say: () => 'Post-mortem begun' },
  'post-mortem-written': { glyph: '✎', say: () => 'Wrote in the post-mortem' },
};
