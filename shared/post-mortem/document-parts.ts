/** The name of the XML fragment that holds the text in the Yjs document. */
export const TEXT_FRAGMENT = 'text';
/** The name of the map that holds the comments' words in the same document, by the mark's id. */
export const COMMENTS_MAP = 'comments';
/** The name of the map that says which hints somebody put aside. */
export const DISMISSED_MAP = 'dismissed';
