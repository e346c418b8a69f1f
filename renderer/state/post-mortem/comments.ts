import { type Doc, Map as SharedMap } from 'yjs';

/** A side note on marked words of the text, kept in the same document, so that it merges with it. */
export type Comment = {
  readonly id: string;
  readonly text: string;
  /** Whose it is: a person's ref, and the name they had. */
  readonly by: string;
  readonly name: string;
  /** Ms since 1970. */
  readonly at: number;
  readonly resolved: boolean;
};

/** Where comments stand in the document. */
const COMMENTS = 'comments';

type Fields = SharedMap<unknown>;

const commentsOf = (doc: Doc) => doc.getMap<Fields>(COMMENTS);

/** All comments, the oldest first. What is not one, from a newer Quarterdeck, is passed over. */
export function listComments(doc: Doc): readonly Comment[] {
  const all: Comment[] = [];
  for (const [id, fields] of commentsOf(doc)) {
    if (!(fields instanceof SharedMap)) continue;
    const { text, by, name, at, resolved } = fields.toJSON() as Record<string, unknown>;
    if (typeof text !== 'string') continue;
    all.push({
      id,
      text,
      by: String(by ?? ''),
      name: String(name ?? ''),
      at: Number(at ?? 0),
      resolved: resolved === true,
    });
  }
  return all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function addComment(doc: Doc, { id, ...fields }: Comment): void {
  doc.transact(() => commentsOf(doc).set(id, new SharedMap(Object.entries(fields))));
}

export function changeComment(doc: Doc, id: string, to: Partial<Omit<Comment, 'id'>>): void {
  const fields = commentsOf(doc).get(id);
  if (fields === undefined) return;
  doc.transact(() => {
    for (const [field, value] of Object.entries(to)) fields.set(field, value);
  });
}

export function removeComment(doc: Doc, id: string): void {
  commentsOf(doc).delete(id);
}

/** Tells of every change of a comment, whoever made it. */
export function onComments(doc: Doc, listener: () => void): () => void {
  const comments = commentsOf(doc);
  comments.observeDeep(listener);
  return () => comments.unobserveDeep(listener);
}
