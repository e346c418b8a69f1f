import { Mark, mergeAttributes, Node } from '@tiptap/core';

/** What the parsers below read of an element of a page. */
type Element = { readonly getAttribute: (name: string) => string | null };

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: Element) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === null || attributes[name] === undefined
      ? {}
      : { [`data-${name}`]: String(attributes[name]) },
});

const jsonAttribute = (name: string) => ({
  default: null,
  parseHTML: (element: Element): unknown => parsed(element.getAttribute(`data-${name}`)),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === null || attributes[name] === undefined
      ? {}
      : { [`data-${name}`]: JSON.stringify(attributes[name]) },
});

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * What the log says, shown in the text. `frozen` is null while it follows the log, else the content
 * (an array of nodes in JSON) it had when somebody froze it. `options` belong to its kind.
 */
export const LiveBlock = Node.create({
  name: 'liveBlock',
  group: 'block',
  atom: true,
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    kind: attribute('kind'),
    options: jsonAttribute('options'),
    frozen: jsonAttribute('frozen'),
  }),
  parseHTML: () => [{ tag: 'div[data-live-block]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-live-block': '' }),
  ],
});

/** What is written for oneself: kept and synced with the rest, and never exported. */
export const PrivateNote = Node.create({
  name: 'privateNote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-private-note]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-private-note': '' }),
    0,
  ],
});

/** A question that helps to write what stands below it. Never exported. */
export const Prompt = Node.create({
  name: 'prompt',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-prompt]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => [
    'p',
    mergeAttributes(HTMLAttributes, { 'data-prompt': '' }),
    0,
  ],
});

/**
 * A line of the timeline that the text rests on. `entry` is the line's id, `text` what it said and
 * `at` when it happened (ms since 1970), as they were when it was put there.
 */
export const Evidence = Node.create({
  name: 'evidence',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({
    entry: attribute('entry'),
    text: attribute('text'),
    at: jsonAttribute('at'),
  }),
  parseHTML: () => [{ tag: 'span[data-evidence]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-evidence': '' }),
    String(node.attrs.text ?? ''),
  ],
  renderText: ({ node }) => String(node.attrs.text ?? ''),
});

/** Where a comment is attached; its words stand in the map `comments` of the same Yjs document. */
export const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: attribute('id') }),
  parseHTML: () => [{ tag: 'span[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-comment': '' }),
    0,
  ],
});
