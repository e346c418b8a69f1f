/**
 * What somebody said, as a tree. It holds text and nothing else: no HTML, and no address but those
 * that may be opened. Whoever shows it makes elements of it and needs to trust nothing.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Style; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** `href` begins with http:, https: or mailto:. A null label: it is called what it is. */
  | { readonly kind: 'link'; readonly href: string; readonly label: string | null }
  /** Somebody who is called; `label` is the name that came along, should nobody know the ref. */
  | { readonly kind: 'person'; readonly ref: string; readonly label: string | null }
  /** A channel, a group, or everybody there: shown, and never called by being shown. */
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string; readonly character: string };

export type Style = 'bold' | 'italic' | 'strike';

export type ListItem = {
  /** As it was written: `•`, `1.` */
  readonly marker: string;
  /** 0 for the outermost. */
  readonly level: number;
  readonly children: readonly Inline[];
};

export type Block =
  /** Line breaks are in its texts. */
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

export type RichText = readonly Block[];

/**
 * How a text is written down: `slack` as its API sends it, with `<@U1>`, `<https://…|label>` and
 * three escapes; `typed` as people type it, where `<` is a `<`.
 */
export type Notation = 'slack' | 'typed';
